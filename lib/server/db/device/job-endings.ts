import { type Expression, sql } from "kysely";
import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { PhoneGroup } from "@/lib/server/db/device/phone-group";
import {
  type GroupEnding,
  type ItemEnding,
  moveMembers,
  splitItems,
  splitMembers,
} from "@/lib/server/db/job-item-group";
import { readRows, writeRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** Stores how items go on. An item that has ended stays as it is. */
export async function saveEndings(transaction: Transaction, items: readonly ItemEnding[]): Promise<void> {
  if (items.length === 0) return;
  await splitItems(transaction, items);
  await transaction.$executeRaw`
    UPDATE "JobItem" i SET "state" = r."state", "outcome" = r."outcome", "problems" = r."problems",
      "result" = coalesce(r."result", i."result")
    FROM jsonb_populate_recordset(NULL::"JobItem", ${JSON.stringify(items)}::jsonb) r
    WHERE i."jobId" = r."jobId" AND i."position" = r."position" AND i."state" IN ('waiting', 'underway')`;
}

/**
 * Stores how the items of the actions of phones go on, all in the same way.
 * @param options `areApart`: the next thing happens to each phone at a time of its own, so each item has a row of its own
 * @returns where the items are; null when each has a row of its own
 */
export async function saveGroupEndings(
  transaction: Transaction,
  newId: () => string,
  { jobId, itemGroupId, phones }: PhoneGroup,
  ending: GroupEnding,
  { areApart }: { readonly areApart: boolean },
): Promise<string | null> {
  const positions = phones.flatMap(({ position }) => position ?? []);
  if (itemGroupId !== null) {
    const moved = await moveMembers(transaction, newId, itemGroupId, positions, ending);
    if (!areApart) return moved;
    await splitMembers(transaction, [moved], positions);
  } else if (jobId !== null) {
    const items = positions.map((position) => ({ jobId, position, ...ending }));
    await saveEndings(transaction, items);
  }
  return null;
}

/** How many items of a job are in which state and had which outcome. */
export interface ItemCounts {
  readonly waiting: number;
  readonly underway: number;
  readonly done: number;
  readonly failed: number;
  readonly outcomes: Readonly<Partial<Record<JobOutcome, number>>>;
}

/** How many items of the jobs `i` there are in a state with an outcome; a group of items is counted without its members. */
const countsOf = (areTheirs: Expression<unknown>) => sql`
  SELECT i."jobId", i."state", i."outcome", count(*) AS "count" FROM "JobItem" i WHERE ${areTheirs} GROUP BY 1, 2, 3
  UNION ALL SELECT i."jobId", i."state", i."outcome", sum(cardinality(i."positions")) FROM "JobItemGroup" i WHERE ${areTheirs}
  GROUP BY 1, 2, 3`;

/** Counts the items of a job. */
export async function countItems(transaction: Transaction, jobId: string): Promise<ItemCounts> {
  const rows = await readRows(
    transaction,
    sql<{ state: JobItemState; outcome: JobOutcome | ""; count: number }>`
      SELECT c."state", c."outcome", sum(c."count")::int AS "count" FROM (${countsOf(sql`i."jobId" = ${jobId}`)}) c
      GROUP BY 1, 2`,
  );
  const of = (state: JobItemState) =>
    rows.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0);
  const outcomes = rows.flatMap(({ outcome, count }) => (outcome === "" ? [] : [[outcome, count]]));
  return {
    ...{ waiting: of("waiting"), underway: of("underway"), done: of("done"), failed: of("failed") },
    outcomes: Object.fromEntries(outcomes),
  };
}

/** How long a job may go on without looking while items of it are open: a look counts all of them. */
const lookPauseMilliseconds = 500;

/**
 * Lets jobs look at their items soon, because some of them have ended, and at once when no item is open any more; outside
 * the transaction that ended them, so that nobody waits for a batch.
 */
export async function hurryJobs(transaction: Transaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const at = now.toISOString().replace("Z", "");
  const isOpen = (state: JobItemState) => sql`(EXISTS (
    SELECT 1 FROM "JobItem" i WHERE i."jobId" = j."id" AND i."state" = ${sql.lit(state)})
    OR EXISTS (SELECT 1 FROM "JobItemGroup" g WHERE g."jobId" = j."id" AND g."state" = ${sql.lit(state)}))`;
  await writeRows(
    transaction,
    sql`
      UPDATE "Job" j SET "dueAt" = least("dueAt", ${at}::timestamp(3) +
        CASE WHEN ${isOpen("waiting")} OR ${isOpen("underway")}
          THEN ${lookPauseMilliseconds}::int * interval '1 millisecond' ELSE interval '0' END)
      WHERE "id" = ANY(${[...ids]}::text[]) AND "dueAt" IS NOT NULL`,
  );
}

/**
 * Brings the counts of those of some jobs that were cancelled up to date: nobody looks at them any more, but their phones
 * still come back. No batch holds such a job.
 */
export async function countCancelled(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const areCancelled = sql`i."jobId" IN (
    SELECT o."id" FROM "Job" o WHERE o."id" = ANY(${[...ids]}::text[]) AND o."state" = 'cancelled')`;
  await writeRows(
    transaction,
    sql`
      UPDATE "Job" j SET "done" = c."done", "failed" = c."failed", "waiting" = c."waiting", "underway" = c."underway", "outcomes" = c."outcomes"
      FROM (SELECT g."jobId", coalesce(sum("count") FILTER (WHERE "state" = 'done'), 0)::int AS "done",
          coalesce(sum("count") FILTER (WHERE "state" = 'failed'), 0)::int AS "failed",
          coalesce(sum("count") FILTER (WHERE "state" IN ('waiting', 'underway')), 0)::int AS "waiting",
          coalesce(sum("count") FILTER (WHERE "state" = 'underway'), 0)::int AS "underway",
          coalesce(jsonb_object_agg("outcome", "count") FILTER (WHERE "outcome" <> ''), '{}') AS "outcomes"
        FROM (${countsOf(areCancelled)}) g
        GROUP BY g."jobId") c
      WHERE j."id" = c."jobId"`,
  );
}
