import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import type { ListQuery } from "@/lib/contract/list";
import { identifier } from "@/lib/server/db/configuration/sql-fields";
import { planSqlList } from "@/lib/server/db/configuration/sql-list";
import { isPartitioned, type TableFacts } from "@/lib/server/db/configuration/table";
import { Prisma } from "@/lib/server/db/generated/client";
import { insertRows } from "@/lib/server/db/insert-rows";
import { findWaitingTogether, insertWaiting, splitFirst } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";

/** One object or row of a job. */
export interface StoredJobItem {
  /** Row of the file, or place in the set that was chosen. */
  position: number;
  name: string;
  /** The id of the object where a query chose it. */
  objectId?: string | null;
  partition: string | null;
  state: JobItemState;
  /** Empty while it waits or when it failed. */
  outcome: JobOutcome | "";
  problems: readonly Problem[] | null;
  /** More that the kind of job tells. */
  result: unknown;
}

/** Stores what became of items; one that waited is replaced. */
export async function saveJobItems(
  transaction: Transaction,
  jobId: string,
  items: readonly StoredJobItem[],
  { areThere }: { areThere: boolean },
): Promise<void> {
  if (items.length === 0) return;
  if (areThere) {
    const positions = items.map(({ position }) => position);
    await transaction.jobItem.deleteMany({ where: { jobId, position: { in: positions } } });
  }
  await insertRows(
    transaction,
    "JobItem",
    items.map((item) => ({ jobId, ...item })),
  );
}

/** The next items that wait, in order; each has a row of its own from now on. */
export async function takeWaitingItems(
  transaction: Transaction,
  jobId: string,
  limit: number,
): Promise<StoredJobItem[]> {
  const list = () => transaction.$queryRaw<StoredJobItem[]>`
    SELECT * FROM "JobItem" WHERE "jobId" = ${jobId} AND "state" = 'waiting' ORDER BY "position" LIMIT ${limit}`;
  for (let items = await list(); ; items = await list()) {
    const missing = limit - items.length;
    const together = missing > 0 ? await findWaitingTogether(transaction, jobId, missing) : null;
    if (!together) return items;
    await splitFirst(transaction, together);
  }
}

/** Lets the failed items of a job wait in another one, in the same order. */
export async function copyFailedItems(transaction: Transaction, from: string, to: string): Promise<void> {
  await insertWaiting(
    transaction,
    to,
    Prisma.sql`SELECT "position", "name", "partition", "objectId", "position" AS "address" FROM "EachJobItem"
      WHERE "jobId" = ${from} AND "state" = 'failed'`,
  );
}

/** One page of the items after a position, and how many there are in that state. */
export async function listJobItems(
  transaction: Transaction,
  jobId: string,
  { state, after, limit }: { state: JobItemState | undefined; after: number; limit: number },
): Promise<{ items: StoredJobItem[]; total: number }> {
  const isWanted = state === undefined ? Prisma.sql`TRUE` : Prisma.sql`"state" = ${state}`;
  const items = await transaction.$queryRaw<StoredJobItem[]>`
    SELECT * FROM "EachJobItem" WHERE "jobId" = ${jobId} AND ${isWanted} AND "position" > ${after}
    ORDER BY "position" LIMIT ${limit}`;
  const [counted] = await transaction.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "EachJobItem" WHERE "jobId" = ${jobId} AND ${isWanted}`;
  return { items, total: counted?.total ?? 0 };
}

/**
 * Lets all objects that match a query wait in a job, in the order of their names.
 * @returns how many there are
 */
export async function chooseItems(
  transaction: Transaction,
  jobId: string,
  facts: TableFacts,
  query: ListQuery,
): Promise<number> {
  const { filter } = planSqlList(query, facts.listFields);
  const partition = isPartitioned(facts)
    ? Prisma.sql`(SELECT p."name" FROM "Partition" p WHERE p."id" = t."partitionId")`
    : Prisma.sql`NULL`;
  return insertWaiting(
    transaction,
    jobId,
    Prisma.sql`SELECT row_number() OVER (ORDER BY t."key", t."id")::int AS "position", t.${identifier(facts.nameField)} AS "name",
      ${partition} AS "partition", t."id" AS "objectId", t.ctid AS "address"
      FROM ${identifier(facts.table)} t WHERE ${filter}`,
  );
}

/** Lets named objects wait in a job, in their order. */
export async function nameItems(
  transaction: Transaction,
  jobId: string,
  names: readonly { readonly name: string; readonly partition: string | null }[],
): Promise<void> {
  const rows = names.map((named, index) => ({ position: index + 1, ...named }));
  await insertWaiting(
    transaction,
    jobId,
    Prisma.sql`SELECT "position", "name", "partition", NULL AS "objectId", "position" AS "address"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("position" int, "name" text, "partition" text)`,
  );
}

/** The items that failed, in a range of positions with both ends. */
export async function listFailedItems(
  transaction: Transaction,
  jobId: string,
  first: number,
  last: number,
): Promise<StoredJobItem[]> {
  return transaction.$queryRaw<StoredJobItem[]>`
    SELECT * FROM "EachJobItem"
    WHERE "jobId" = ${jobId} AND "state" = 'failed' AND "position" BETWEEN ${first} AND ${last} ORDER BY "position"`;
}
