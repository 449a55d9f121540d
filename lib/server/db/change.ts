import { sql } from "kysely";
import type { ChangeAction, ChangeKind } from "@/lib/catalog/changes";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { nameKey } from "@/lib/configuration/text-rules";
import type { Identity } from "@/lib/server/db/configuration/read";
import { isPartitioned, type StoredFields } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertRows } from "@/lib/server/db/insert-rows";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** A change that is being made: it is stored with the first revision that belongs to it. */
export interface OpenChange {
  /** Of a job: the id of the job, so that each of its batches goes on in the same change. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly reason: string;
  /** Of an undo: the change that it takes back. */
  readonly undoes: string | null;
}

/** A revision as its change is concerned. */
export interface ChangedObject {
  readonly entity: ConfigurationKind;
  readonly entityId: string;
  readonly identity: Identity;
  /** What it was called before; null for a new object. */
  readonly former: Identity | null;
  readonly number: number;
  readonly isDeleted: boolean;
}

/** An object of a change as it is stored. */
export interface StoredChangeObject {
  changeId: string;
  position: number;
  entity: ConfigurationKind;
  entityId: string;
  name: string;
  nameKey: string;
  partition: string | null;
  action: ChangeAction;
  formerKey: string | null;
  formerPartition: string | null;
  firstNumber: number;
  lastNumber: number;
}

/** What names an object of a kind that has this content. */
export function identityIn(kind: ConfigurationKind, content: StoredFields): Identity {
  if (!isPartitioned(tables[kind])) return { name: String(content.name), partition: null };
  const { pattern, partition } = content;
  return { name: String(pattern), partition: typeof partition === "string" ? partition : null };
}

/** Adds objects to a change, in the transaction of their revisions; the first ones bring the change itself. */
export async function addToChange(
  transaction: Transaction,
  { id, kind, reason, undoes }: OpenChange,
  { at, by }: { readonly at: Date; readonly by: string },
  objects: readonly ChangedObject[],
): Promise<void> {
  if (objects.length === 0) return;
  const begun = { id, kind, by, at, reason, undoes, total: 0 };
  const isNew = (await insertRows(transaction, "Change", [begun], { onConflict: "skip" })) > 0;
  const total = isNew ? 0 : await lockTotal(transaction, id);
  const known = total === 0 ? new Map() : await findKnown(transaction, id, objects);
  const fresh = objects.filter((object) => !known.has(keyOf(object)));
  for (const object of objects) {
    const earlier = known.get(keyOf(object));
    if (earlier) await goOn(transaction, earlier, object);
  }
  const rows = fresh.map((object, index) => rowOf(id, total + index + 1, object));
  await insertRows(transaction, "ChangeObject", rows);
  await transaction.change.update({ where: { id }, data: { total: total + fresh.length } });
}

const keyOf = ({ entity, entityId }: Pick<ChangedObject, "entity" | "entityId">) => `${entity} ${entityId}`;

/** How many objects a change has that was begun before. Nobody else adds any until the transaction ends. */
async function lockTotal(transaction: Transaction, id: string): Promise<number> {
  const [row] = await transaction.$queryRaw<{ total: number }[]>`
    SELECT "total" FROM "Change" WHERE "id" = ${id} FOR UPDATE`;
  return row?.total ?? 0;
}

/** Those of the objects to which the change has come before. */
async function findKnown(
  transaction: Transaction,
  id: string,
  objects: readonly ChangedObject[],
): Promise<Map<string, StoredChangeObject>> {
  const rows = await readRows(
    transaction,
    sql<StoredChangeObject>`SELECT * FROM "ChangeObject" WHERE "changeId" = ${id} AND ("entity", "entityId") IN
      (SELECT * FROM unnest(${objects.map(({ entity }) => entity)}::text[], ${objects.map(({ entityId }) => entityId)}::text[]))`,
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function isRenamed({ identity, former, isDeleted }: ChangedObject): boolean {
  if (former === null || isDeleted) return false;
  // Another spelling is another name, though it has the same key.
  return former.name !== identity.name || former.partition !== identity.partition;
}

function actionOf(object: ChangedObject): ChangeAction {
  if (object.isDeleted) return "deleted";
  if (object.former === null) return "created";
  return isRenamed(object) ? "renamed" : "changed";
}

function rowOf(changeId: string, position: number, object: ChangedObject) {
  const { entity, entityId, identity, former, number } = object;
  const isFormer = isRenamed(object) && former !== null;
  return {
    ...{ changeId, position, entity, entityId, ...identity, nameKey: nameKey(identity.name) },
    action: actionOf(object),
    formerKey: isFormer ? nameKey(former.name) : null,
    formerPartition: isFormer ? nameKey(former.partition ?? "") : null,
    ...{ firstNumber: number, lastNumber: number },
  } satisfies StoredChangeObject;
}

/** A change that comes to an object again: what it was before stays, what it is after is new. */
async function goOn(
  transaction: Transaction,
  earlier: StoredChangeObject,
  object: ChangedObject,
): Promise<void> {
  const { changeId, position } = earlier;
  const {
    name,
    nameKey: key,
    partition,
    action,
    formerKey,
    formerPartition,
  } = rowOf(changeId, position, object);
  const isOwn = action === "deleted" || earlier.action === "changed";
  await transaction.changeObject.update({
    where: { changeId_position: { changeId, position } },
    data: {
      ...{ name, nameKey: key, partition, lastNumber: object.number },
      action: isOwn ? action : earlier.action,
      ...(earlier.formerKey === null ? { formerKey, formerPartition } : {}),
    },
  });
}
