import { echo } from "@/lib/configuration/problem";
import type { ChangingContext } from "@/lib/server/context";
import type { NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import { insertObjects } from "@/lib/server/db/configuration/write";
import { type ObjectChange, saveObjects } from "@/lib/server/db/configuration/write-many";
import { type RevisionInput, recordRevisions } from "@/lib/server/db/revision";
import { inSavepoint, isUniqueViolation, type Transaction } from "@/lib/server/db/transaction";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { createMissingNumbers } from "@/lib/server/services/configuration/directory-numbers";
import { waitForOthers } from "@/lib/server/services/configuration/load";
import type {
  ManyChange,
  ManyOptions,
  ManyResult,
  Returning,
} from "@/lib/server/services/configuration/many";
import { type ManyPlan, type PlannedChange, planMany } from "@/lib/server/services/configuration/plan-many";
import { nameOf, revisionContent } from "@/lib/server/services/configuration/to-dto";

/**
 * Creates and changes many objects within a transaction, by the rules of single ones: each with its version, its
 * revision and the directory numbers that it makes. An object with problems is left out, the others are stored. The
 * caller has checked permission; no two of the changes name the same object.
 * @returns what became of each, in the same order
 */
export async function saveMany(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  rows: readonly ManyChange[],
  options: ManyOptions,
): Promise<ManyResult[]> {
  try {
    return await inSavepoint(transaction, () => saveAll(transaction, context, definition, rows, options));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody else took a name in this moment: whoever it was is left out, the others are stored. Or several objects take
    // from each other what only one can have, such as the default mark: one after the other they do.
    if (rows.length === 1) return rows.map((row) => takenResult(definition, row));
    const middle = Math.ceil(rows.length / 2);
    return [
      ...(await saveMany(transaction, context, definition, rows.slice(0, middle), options)),
      ...(await saveMany(transaction, context, definition, rows.slice(middle), options)),
    ];
  }
}

function takenResult({ table }: Definition, { identity, given }: ManyChange): ManyResult {
  const problem = {
    path: [table.nameField],
    code: "nameTaken",
    params: { name: echo(identity.name) },
  } as const;
  return { problems: [problem], content: given(null) };
}

async function saveAll(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  rows: readonly ManyChange[],
  { mode, reason, isDryRun }: ManyOptions,
): Promise<ManyResult[]> {
  await waitForOthers(transaction, definition);
  const plan = await planMany(transaction, definition, rows, mode);
  if (isDryRun) return withSeen(definition, plan);
  if (plan.changes.length > 0) await store(transaction, context, definition, plan, reason);
  return plan.results;
}

/** More is not told of one object. */
const mostSeenChanges = 50;

/** The results with what each object would change from and to. */
function withSeen({ rules }: Definition, { results, changes }: ManyPlan): ManyResult[] {
  const seen = [...results];
  for (const { index, before, content } of changes) {
    const result = seen[index];
    if (!before || !result || !("outcome" in result)) continue;
    const differences = rules.changesBetween(before.content, content).slice(0, mostSeenChanges);
    seen[index] = { ...result, seen: { id: before.id, version: before.version, changes: differences } };
  }
  return seen;
}

async function store(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  { changes, names }: ManyPlan,
  reason: string,
): Promise<void> {
  const held = changes.flatMap((change) => change.held);
  await createMissingNumbers(transaction, context, held, names, reason);
  await definition.beforeSave?.(transaction, context, changes, reason);
  const created = await insertNew(transaction, context, definition, changes, names);
  const old: ObjectChange[] = changes.flatMap(({ before, content }) => (before ? [{ before, content }] : []));
  const follow = await definition.prepareSave?.(transaction, context, old);
  const updated = await saveChanged(transaction, context, definition, old, names);
  await recordRevisions(transaction, context, [
    ...created.map(({ object, returning }) => ({
      ...revisionOf(definition, object, null, reason),
      ...(returning ? ({ action: "restored", restored: returning.restored } as const) : {}),
    })),
    ...updated.map((object, index) => revisionOf(definition, object, old[index]?.before ?? object, reason)),
  ]);
  await follow?.();
}

function revisionOf(
  definition: Definition,
  object: StoredObject,
  before: StoredObject | null,
  reason: string,
): RevisionInput {
  return {
    entity: definition.kind,
    entityId: object.id,
    entityName: nameOf(definition, object.content),
    number: object.version,
    action: before ? "updated" : "created",
    content: revisionContent(definition, object),
    before: before?.content ?? null,
    reason,
  };
}

async function insertNew(
  transaction: Transaction,
  context: ChangingContext,
  { table, afterInsert }: Definition,
  changes: readonly PlannedChange[],
  names: NameLookup,
): Promise<{ object: StoredObject; returning: Returning | undefined }[]> {
  const stamp = { at: context.now(), by: context.actor.name };
  const fresh = changes.filter(({ before }) => before === null);
  const objects = fresh.map(({ content, copyOf, returning }) => ({
    ...{ id: returning?.id ?? context.newId(), content, isStandard: false, copyOf },
    ...{ version: returning?.version ?? 1, updatedAt: stamp.at, updatedBy: stamp.by },
    ...{ usedByCount: 0, inheritedByCount: 0 },
  }));
  await insertObjects(transaction, table, objects, names, stamp);
  await afterInsert?.(transaction, context, objects);
  return objects.map((object, index) => ({ object, returning: fresh[index]?.returning }));
}

async function saveChanged(
  transaction: Transaction,
  context: ChangingContext,
  { table, afterSave }: Definition,
  old: readonly ObjectChange[],
  names: NameLookup,
): Promise<StoredObject[]> {
  if (old.length === 0) return [];
  const stamp = { at: context.now(), by: context.actor.name };
  const saved = await saveObjects(transaction, table, old, names, stamp);
  if (!saved) throw new Error("Objects that are held were changed");
  for (const [index, { before }] of old.entries()) {
    const after = saved[index];
    if (after) await afterSave?.(transaction, before, after);
  }
  return saved;
}
