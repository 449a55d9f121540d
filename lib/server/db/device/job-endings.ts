import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import type { Transaction } from "@/lib/server/db/transaction";

/** What becomes of one item of a job. */
export interface ItemEnding {
  readonly jobId: string;
  readonly position: number;
  readonly state: JobItemState;
  readonly outcome: JobOutcome | "";
  readonly problems: readonly Problem[] | null;
  /** Null leaves what is stored. */
  readonly result: object | null;
}

/** Stores how items go on. An item that has ended stays as it is. */
export async function saveEndings(transaction: Transaction, items: readonly ItemEnding[]): Promise<void> {
  if (items.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "JobItem" i SET "state" = r."state", "outcome" = r."outcome", "problems" = r."problems",
      "result" = coalesce(r."result", i."result")
    FROM json_populate_recordset(NULL::"JobItem", ${JSON.stringify(items)}::json) r
    WHERE i."jobId" = r."jobId" AND i."position" = r."position" AND i."state" IN ('waiting', 'underway')`;
}

/** How many items of a job are in which state and had which outcome. */
export interface ItemCounts {
  readonly waiting: number;
  readonly underway: number;
  readonly done: number;
  readonly failed: number;
  readonly outcomes: Readonly<Partial<Record<JobOutcome, number>>>;
}

/** Counts the items of a job. */
export async function countItems(transaction: Transaction, jobId: string): Promise<ItemCounts> {
  const rows = await transaction.$queryRaw<
    { state: JobItemState; outcome: JobOutcome | ""; count: number }[]
  >`
    SELECT "state", "outcome", count(*)::int AS "count" FROM "JobItem" WHERE "jobId" = ${jobId} GROUP BY 1, 2`;
  const of = (state: JobItemState) =>
    rows.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0);
  const outcomes = rows.flatMap(({ outcome, count }) => (outcome === "" ? [] : [[outcome, count]]));
  return {
    ...{ waiting: of("waiting"), underway: of("underway"), done: of("done"), failed: of("failed") },
    outcomes: Object.fromEntries(outcomes),
  };
}

/**
 * Lets jobs look at their items at once, because some of them have ended; outside the transaction that ended them, so
 * that nobody waits for a batch. One that was cancelled has its counts brought up to date here.
 */
export async function hurryJobs(transaction: Transaction, ids: readonly string[], now: Date): Promise<void> {
  const at = now.toISOString().replace("Z", "");
  await transaction.$executeRaw`
    UPDATE "Job" SET "dueAt" = least("dueAt", ${at}::timestamp(3))
    WHERE "id" = ANY(${[...ids]}::text[]) AND "dueAt" IS NOT NULL`;
  await transaction.$executeRaw`
    UPDATE "Job" j SET "done" = c."done", "failed" = c."failed", "waiting" = c."waiting"
    FROM (SELECT i."jobId", count(*) FILTER (WHERE i."state" = 'done')::int AS "done",
        count(*) FILTER (WHERE i."state" = 'failed')::int AS "failed",
        count(*) FILTER (WHERE i."state" IN ('waiting', 'underway'))::int AS "waiting"
      FROM "JobItem" i JOIN "Job" o ON o."id" = i."jobId"
      WHERE o."id" = ANY(${[...ids]}::text[]) AND o."state" = 'cancelled' GROUP BY i."jobId") c
    WHERE j."id" = c."jobId"`;
}
