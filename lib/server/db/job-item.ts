import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import { Prisma } from "@/lib/server/db/generated/client";
import { insertRows } from "@/lib/server/db/insert-rows";
import type { Transaction } from "@/lib/server/db/transaction";

/** One object or row of a job. */
export interface StoredJobItem {
  /** Row of the file, or place in the set that was chosen. */
  position: number;
  name: string;
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

/** The next items that wait, in order. */
export async function listWaitingItems(
  transaction: Transaction,
  jobId: string,
  limit: number,
): Promise<StoredJobItem[]> {
  return transaction.$queryRaw<StoredJobItem[]>`
    SELECT * FROM "JobItem" WHERE "jobId" = ${jobId} AND "state" = 'waiting' ORDER BY "position" LIMIT ${limit}`;
}

/** Positions of the items that failed, in a range with both ends. */
export async function failedPositions(
  transaction: Transaction,
  jobId: string,
  first: number,
  last: number,
): Promise<Set<number>> {
  const rows = await transaction.$queryRaw<{ position: number }[]>`
    SELECT "position" FROM "JobItem"
    WHERE "jobId" = ${jobId} AND "state" = 'failed' AND "position" BETWEEN ${first} AND ${last}`;
  return new Set(rows.map(({ position }) => position));
}

/** Lets the failed items of a job wait in another one, in the same order. */
export async function copyFailedItems(transaction: Transaction, from: string, to: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "JobItem" ("jobId", "position", "name", "partition", "state", "result")
    SELECT ${to}, "position", "name", "partition", 'waiting', "result" FROM "JobItem"
    WHERE "jobId" = ${from} AND "state" = 'failed'`;
}

/** One page of the items after a position, and how many there are in that state. */
export async function listJobItems(
  transaction: Transaction,
  jobId: string,
  { state, after, limit }: { state: JobItemState | undefined; after: number; limit: number },
): Promise<{ items: StoredJobItem[]; total: number }> {
  const isWanted = state === undefined ? Prisma.sql`TRUE` : Prisma.sql`"state" = ${state}`;
  const items = await transaction.$queryRaw<StoredJobItem[]>`
    SELECT * FROM "JobItem" WHERE "jobId" = ${jobId} AND ${isWanted} AND "position" > ${after}
    ORDER BY "position" LIMIT ${limit}`;
  const [counted] = await transaction.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "JobItem" WHERE "jobId" = ${jobId} AND ${isWanted}`;
  return { items, total: counted?.total ?? 0 };
}
