import { sameContent, withItemDefaults, withPatch } from "@/lib/configuration/content-patch";
import { echo, type Problem } from "@/lib/configuration/problem";
import { checkReferences, type HeldReference, referencesIn } from "@/lib/configuration/references";
import { nameKey } from "@/lib/configuration/text-rules";
import { loadNames, type NameLookup } from "@/lib/server/db/configuration/names";
import { findObject, type StoredObject } from "@/lib/server/db/configuration/read";
import { findObjectsForChange, identityKey } from "@/lib/server/db/configuration/read-many";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { takenValues } from "@/lib/server/db/configuration/write-many";
import type { Transaction } from "@/lib/server/db/transaction";
import { asSpelled } from "@/lib/server/services/configuration/check";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";
import type { ManyChange, ManyResult, Returning, SaveMode } from "@/lib/server/services/configuration/many";
import { nameOf } from "@/lib/server/services/configuration/to-dto";

/** What is to be stored of one object; `before` is null for a new one. */
export interface PlannedChange {
  readonly index: number;
  readonly before: StoredObject | null;
  readonly content: StoredFields;
  /** What is wrong with its fields, whatever else there is. */
  readonly problems: readonly Problem[];
  readonly held: readonly HeldReference[];
  readonly copyOf: string;
  readonly returning?: Returning | undefined;
}

/** What would become of each object, and what is to be stored of those that change. */
export interface ManyPlan {
  readonly results: ManyResult[];
  readonly changes: readonly PlannedChange[];
  readonly names: NameLookup;
}

/**
 * Finds out what becomes of many objects: the same rules as for single ones, with all that they need looked up at once.
 * The objects stay as they are until the transaction ends.
 */
export async function planMany(
  transaction: Transaction,
  definition: Definition,
  rows: readonly ManyChange[],
  mode: SaveMode,
): Promise<ManyPlan> {
  const identities = rows.map(({ identity }) => identity);
  const stored = await findObjectsForChange(transaction, definition.table, identities);
  const copySourceOf = copySourceFinder(transaction, definition);
  const results: ManyResult[] = [];
  const candidates: PlannedChange[] = [];
  for (const [index, { identity, given, seen, returning }] of rows.entries()) {
    const before = stored.get(identityKey(identity)) ?? null;
    const misplaced =
      presenceProblem(definition, before, mode, identity.name) ?? versionProblem(before, seen);
    const input = given(before?.content ?? null);
    const copySource = before || misplaced || returning ? null : await copySourceOf(input);
    const { content, problems } = definition.rules.read(
      returning ? input : candidateOf(definition, before, copySource, input),
    );
    results[index] = misplaced ? { problems: [misplaced], content } : { outcome: "unchanged" };
    if (misplaced || (before && sameContent(before.content, content))) continue;
    const held = referencesIn(definition.kind, content);
    const copyOf = returning?.copyOf ?? (copySource ? nameOf(definition, copySource.content) : "");
    candidates.push({ index, before, content, problems, held, copyOf, returning });
  }
  const names = await loadNames(
    transaction,
    candidates.flatMap(({ held }) => held),
  );
  const taken = await takenUniques(transaction, definition, candidates);
  const changes = candidates.flatMap((read) => {
    const { index, before } = read;
    const candidate = { ...read, content: definition.rules.fill(read.content, names.defaults) };
    const problems = problemsOf(definition, candidate, names, taken);
    if (problems.length > 0) {
      results[index] = { problems, content: candidate.content };
      return [];
    }
    const content = asSpelled(definition.kind, candidate.content, candidate.held, names);
    if (before && sameContent(before.content, content)) return [];
    results[index] = { outcome: before ? "updated" : "created" };
    return [{ ...candidate, content }];
  });
  return { results, changes, names };
}

function presenceProblem(
  { table }: Definition,
  before: StoredObject | null,
  mode: SaveMode,
  name: string,
): Problem | null {
  const code = before ? "alreadyThere" : "notThere";
  const isAllowed = mode === "both" || (mode === "update") === (before !== null);
  return isAllowed ? null : { path: [table.nameField], code, params: { name: echo(name) } };
}

/** Of a change that was decided on another version than there is, or on another object that had the name. */
function versionProblem(before: StoredObject | null, seen: ManyChange["seen"]): Problem | null {
  if (!before || !seen) return null;
  // An object that was made anew under the name can have the same version, but not of the same instant.
  const [isSame, code] =
    "id" in seen
      ? ([seen.id === before.id, "changedSinceCheck"] as const)
      : ([seen.updatedAt === before.updatedAt.toISOString(), "changedSinceShown"] as const);
  return isSame && seen.version === before.version ? null : { path: [], code };
}

/** Finds the object from which the new objects of a kind come, each only once. */
function copySourceFinder(transaction: Transaction, { table, copySourceOf }: Definition) {
  const found = new Map<string, StoredObject | null>();
  return async (input: Input): Promise<StoredObject | null> => {
    const name = copySourceOf?.(input);
    if (name === undefined) return null;
    const known = found.get(name);
    if (known !== undefined) return known;
    const copySource = await findObject(transaction, table, { name, partition: null });
    found.set(name, copySource);
    return copySource;
  };
}

function candidateOf(
  definition: Definition,
  before: StoredObject | null,
  copySource: StoredObject | null,
  input: Input,
): unknown {
  const given = definition.accept?.(input) ?? input;
  if (!before) return definition.candidate(given, copySource?.content ?? null);
  return withPatch(before.content, withItemDefaults(definition.rules.shape, given));
}

function problemsOf(
  { kind, rules, checkChange, unique }: Definition,
  { before, content, problems: wrong }: PlannedChange,
  { known }: NameLookup,
  taken: ReadonlySet<string>,
): Problem[] {
  if (wrong.length > 0) return [...wrong, ...checkReferences(kind, content, known)];
  const problems = rules.check(content, known);
  if (problems.length > 0) return problems;
  if (before && checkChange) problems.push(...checkChange(before, content, before.usedByCount));
  const value = unique && String(content[unique.field]);
  if (unique && taken.has(nameKey(value ?? ""))) {
    problems.push({ path: [unique.field], code: "nameTaken", params: { name: echo(value) } });
  }
  return problems;
}

/** Values of a column that must be unique which other objects have, stored ones or others of these. */
async function takenUniques(
  transaction: Transaction,
  { table, unique }: Definition,
  candidates: readonly PlannedChange[],
): Promise<ReadonlySet<string>> {
  if (!unique || candidates.length === 0) return new Set();
  const values = candidates.map(({ content }) => nameKey(String(content[unique.field])));
  const ids = candidates.flatMap(({ before }) => before?.id ?? []);
  const taken = await takenValues(transaction, table, unique.column, values, ids);
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) taken.add(value);
    seen.add(value);
  }
  return taken;
}
