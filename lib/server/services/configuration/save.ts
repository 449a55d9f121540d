import { referencesIn } from "@/lib/configuration/references";
import type { ChangingContext } from "@/lib/server/context";
import type { NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { saveObjects } from "@/lib/server/db/configuration/write-many";
import { findRevision, type RevisionAction, recordRevision } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { answerObject } from "@/lib/server/services/configuration/answer";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { createMissingNumbers } from "@/lib/server/services/configuration/directory-numbers";
import { loadObject } from "@/lib/server/services/configuration/load";
import { nameOf, revisionContent } from "@/lib/server/services/configuration/to-dto";

/** What the history tells of a change; `restored` is the number of the revision that a restore brought back. */
export interface RecordedChange {
  readonly action: RevisionAction;
  readonly reason: string;
  readonly restored?: number | undefined;
}

/** Writes the history row of a change; `before` is what was stored, null of a new object. */
export async function recordObject(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  object: StoredObject,
  before: StoredFields | null,
  { action, reason, restored, number = object.version }: RecordedChange & { number?: number },
): Promise<void> {
  await recordRevision(transaction, context, {
    entity: definition.kind,
    entityId: object.id,
    entityName: nameOf(definition, object.content),
    number,
    action,
    content: revisionContent(definition, object),
    before,
    reason,
    restored,
  });
}

/**
 * Stores the next version of an object together with its revision and the directory numbers that it makes. The
 * caller has checked permission and rules.
 * @throws Refusal stale when somebody else saved in between
 */
export async function saveVersion(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  before: StoredObject,
  { content, names }: { content: StoredFields; names: NameLookup },
  change: RecordedChange,
): Promise<StoredObject> {
  await createMissingNumbers(
    transaction,
    context,
    referencesIn(definition.kind, content),
    names,
    change.reason,
  );
  const stamp = { at: context.now(), by: context.actor.name };
  await definition.beforeSave?.(transaction, context, [{ before, content }], change.reason);
  const follow = await definition.prepareSave?.(transaction, context, [{ before, content }]);
  const saved = await saveObjects(transaction, definition.table, [{ before, content }], names, stamp);
  const [after] = saved ?? [];
  if (!after) throw await staleRefusal(transaction, definition, before, before.version);
  await definition.afterSave?.(transaction, before, after);
  await recordObject(transaction, context, definition, after, before.content, change);
  await follow?.();
  if (!definition.movesInheritors?.(before.content, content)) return after;
  return loadObject(transaction, definition, { name: nameOf(definition, content), partition: null });
}

/** The refusal of a change that is based on an old version, with what is stored now and what it was based on. */
export async function staleRefusal(
  transaction: Transaction,
  definition: Definition,
  current: StoredObject,
  baseVersion: number,
): Promise<Refusal> {
  const base = await findRevision(transaction, definition.kind, current.id, baseVersion);
  return new Refusal("stale", {
    current: await answerObject(transaction, definition, current),
    base: base && { ...(base.content as object), version: base.number },
  });
}
