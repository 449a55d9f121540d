import { sql } from "kysely";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { nameKey } from "@/lib/configuration/text-rules";
import type { StoredChangeObject } from "@/lib/server/db/change";
import { type Use, usesOf } from "@/lib/server/db/configuration/uses";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** What keeps a change from being undone. */
export type UndoObstacle = "alreadyUndone" | "changeUnderway";

/**
 * What keeps a change from being undone: that it is, or that its own job goes on. An undo that has changed nothing and
 * goes on no more does not count. Nobody else begins one until the transaction ends.
 */
export async function findUndoObstacle(transaction: Transaction, id: string): Promise<UndoObstacle | null> {
  // A statement of its own: the next one sees what whoever held the row has done.
  await transaction.$queryRaw`SELECT 1 FROM "Change" WHERE "id" = ${id} FOR UPDATE`;
  const [found] = await transaction.$queryRaw<{ isUndone: boolean; isUnderway: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Change" u WHERE u."id" = c."undoneBy")
        OR EXISTS (SELECT 1 FROM "Job" j WHERE j."id" = c."undoneBy" AND j."state" IN ('queued', 'running')) AS "isUndone",
      EXISTS (SELECT 1 FROM "Job" j WHERE j."id" = c."id" AND j."state" IN ('queued', 'running')) AS "isUnderway"
    FROM "Change" c WHERE c."id" = ${id}`;
  if (found?.isUndone) return "alreadyUndone";
  return found?.isUnderway ? "changeUnderway" : null;
}

/** Remembers which change takes a change back. */
export async function markUndone(transaction: Transaction, id: string, undoneBy: string): Promise<void> {
  await transaction.change.update({ where: { id }, data: { undoneBy } });
}

/** The kinds of the objects of a change. */
export async function listKindsOfChange(transaction: Transaction, id: string): Promise<ConfigurationKind[]> {
  const rows = await transaction.$queryRaw<{ entity: ConfigurationKind }[]>`
    SELECT DISTINCT "entity" FROM "ChangeObject" WHERE "changeId" = ${id}`;
  return rows.map(({ entity }) => entity);
}

/** The objects of a change before a position, the last one first: in that order they are taken back. */
export async function listObjectsBackwards(
  transaction: Transaction,
  changeId: string,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<StoredChangeObject[]> {
  const rows = await transaction.changeObject.findMany({
    where: { changeId, position: { lt: before } },
    orderBy: { position: "desc" },
    take: limit,
  });
  return rows as StoredChangeObject[];
}

/** That an object was called otherwise: what it was called, folded, and what it came to be called at that place of the history. */
export interface Renaming {
  readonly entity: ConfigurationKind;
  readonly formerKey: string;
  readonly formerPartition: string;
  readonly name: string;
  readonly partition: string | null;
  readonly place: number;
  /** The place at which the object was made. */
  readonly madeAt: number;
}

/** Every renaming that leads on from some names, in order; they are few. */
export async function listRenamings(
  transaction: Transaction,
  names: readonly { readonly kind: ConfigurationKind; readonly name: string }[],
): Promise<Renaming[]> {
  const found = new Map<string, Renaming>();
  const asked = new Set<string>();
  let keys = names.map(({ kind, name }) => ({ kind, key: nameKey(name) }));
  while (keys.length > 0) {
    for (const { kind, key } of keys) asked.add(`${kind} ${key}`);
    const rows = await readRows(
      transaction,
      sql<Renaming>`SELECT o."entity", o."formerKey", o."formerPartition", o."name", o."partition", r."place"::float8 AS "place",
          coalesce(first."place"::float8, 0) AS "madeAt"
        FROM "ChangeObject" o
        JOIN "Revision" r ON r."entity" = o."entity" AND r."entityId" = o."entityId" AND r."number" = o."lastNumber"
        LEFT JOIN "Revision" first ON first."entity" = o."entity" AND first."entityId" = o."entityId" AND first."number" = 1
        WHERE o."formerKey" IS NOT NULL AND (o."entity", o."formerKey") IN
          (SELECT * FROM unnest(${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ key }) => key)}::text[]))`,
    );
    for (const row of rows) found.set(`${row.entity} ${row.formerKey} ${row.place}`, row);
    keys = rows
      .map(({ entity, name }) => ({ kind: entity, key: nameKey(name) }))
      .filter(({ kind, key }) => !asked.has(`${kind} ${key}`));
  }
  return [...found.values()].sort((one, other) => one.place - other.place);
}

/** An object by its kind and id. */
export interface ObjectId {
  readonly entity: ConfigurationKind;
  readonly entityId: string;
}

/** A dry run of an undo, and what it has found in this batch that it can take back. */
export interface DryUndo {
  readonly changeId: string;
  readonly jobId: string;
  /** How many objects the change has. */
  readonly total: number;
  readonly done: readonly ObjectId[];
}

/**
 * How often objects of a kind are used, apart from users that would be gone: those that a dry run of an undo has found that
 * it can take back. What it has found before this batch is in the items of its job.
 * @returns the counts by id
 */
export async function countOtherUses(
  transaction: Transaction,
  kind: ConfigurationKind,
  ids: readonly string[],
  { changeId, jobId, total, done }: DryUndo,
): Promise<Map<string, number>> {
  const uses = usesOf(kind);
  if (uses.length === 0 || ids.length === 0) return new Map();
  const doneHere = sql`SELECT * FROM unnest(${done.map(({ entity }) => entity)}::text[], ${done.map(({ entityId }) => entityId)}::text[])`;
  const counts = uses.map((use) => {
    const { user, owner } = ownerOf(use);
    return sql`SELECT ${sql.ref(`u.${use.column}`)} AS "id" FROM ${sql.table(use.child?.table ?? use.user.table)} u
      WHERE ${sql.ref(`u.${use.column}`)} = ANY(${[...ids]}::text[])
        AND (${user}::text, ${owner}) NOT IN (${doneHere})
        AND NOT EXISTS (SELECT 1 FROM "ChangeObject" o
          JOIN "JobItem" i ON i."jobId" = ${jobId} AND i."position" = ${total}::int + 1 - o."position" AND i."state" = 'done'
          WHERE o."changeId" = ${changeId} AND o."entity" = ${user} AND o."entityId" = ${owner})`;
  });
  const rows = await readRows(
    transaction,
    sql<{ id: string; count: number }>`
      SELECT "id", count(*)::int AS "count" FROM (${sql.join(counts, sql` UNION ALL `)}) u GROUP BY 1`,
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Whose use it is: the kind of the user, and the column with its id. */
function ownerOf({ user, child }: Use) {
  return { user: user.kind, owner: sql.ref(child ? `u.${child.owner}` : "u.id") };
}

/** The number of the newest revision of objects, by their ids. */
export async function findLatestNumbers(
  transaction: Transaction,
  kind: ConfigurationKind,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await readRows(
    transaction,
    sql<{ id: string; number: number }>`SELECT w."id", (SELECT max(r."number") FROM "Revision" r
        WHERE r."entity" = ${kind} AND r."entityId" = w."id") AS "number"
      FROM unnest(${[...ids]}::text[]) w("id")`,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Whether a dry run of an undo has found that it brings an object of that name back. */
export async function returnsInDryRun(
  transaction: Transaction,
  kind: string,
  name: string,
  { changeId, jobId, total, done }: DryUndo,
): Promise<boolean> {
  const rows = await readRows(
    transaction,
    sql<{ entityId: string; state: string | null }>`SELECT o."entityId", i."state" FROM "ChangeObject" o
      LEFT JOIN "JobItem" i ON i."jobId" = ${jobId} AND i."position" = ${total}::int + 1 - o."position"
      WHERE o."changeId" = ${changeId} AND o."entity" = ${kind} AND o."nameKey" = ${nameKey(name)} AND o."action" = 'deleted'`,
  );
  return rows.some(
    ({ entityId, state }) =>
      state === "done" || done.some((one) => one.entity === kind && one.entityId === entityId),
  );
}
