import { sql } from "kysely";
import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import type { ListQuery } from "@/lib/contract/list";
import { isPartitioned, type TableFacts } from "@/lib/server/db/configuration/table";
import { insertRows } from "@/lib/server/db/insert-rows";
import { findWaitingTogether, insertWaiting, splitFirst } from "@/lib/server/db/job-item-group";
import { sqlIn } from "@/lib/server/db/kysely";
import { planList } from "@/lib/server/db/list/plan-list";
import type { Transaction } from "@/lib/server/db/transaction";

/** What was wrong with an object; of an undo `params` has the values before and now, whatever they are. */
export interface ItemProblem extends Omit<Problem, "params"> {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

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
  problems: readonly ItemProblem[] | null;
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

/**
 * The next items that wait, in order; each has a row of its own from now on.
 * @param options `areIdle`: only those whose phone has no call, or is gone
 */
export async function takeWaitingItems(
  transaction: Transaction,
  jobId: string,
  limit: number,
  { areIdle = false }: { readonly areIdle?: boolean } = {},
): Promise<StoredJobItem[]> {
  const list = () => transaction.$queryRaw<StoredJobItem[]>`
    SELECT i.* FROM "JobItem" i WHERE i."jobId" = ${jobId} AND i."state" = 'waiting'
      AND (NOT ${areIdle}::boolean OR NOT EXISTS (SELECT 1 FROM "DeviceState" s WHERE s."calls" > 0 AND s."phoneId" =
        coalesce(i."objectId", (SELECT p."id" FROM "Phone" p WHERE p."key" = lower(i."name")))))
    ORDER BY i."position" LIMIT ${limit}`;
  for (let items = await list(); ; items = await list()) {
    const missing = limit - items.length;
    const together = missing > 0 ? await findWaitingTogether(transaction, jobId, missing) : null;
    if (!together) return items;
    await splitFirst(transaction, together);
  }
}

/** Lets all items of a job fail that still wait, for one reason. */
export async function failWaitingItems(
  transaction: Transaction,
  jobId: string,
  problem: Problem,
): Promise<void> {
  const problems = JSON.stringify([problem]);
  await transaction.$executeRaw`
    UPDATE "JobItem" SET "state" = 'failed', "problems" = ${problems}::jsonb WHERE "jobId" = ${jobId} AND "state" = 'waiting'`;
  await transaction.$executeRaw`
    UPDATE "JobItemGroup" SET "state" = 'failed', "problems" = ${problems}::jsonb
    WHERE "jobId" = ${jobId} AND "state" = 'waiting'`;
}

/** Which items of a job are meant; all that there are without a word. */
export interface ItemFilter {
  readonly state?: JobItemState | undefined;
  readonly outcome?: JobOutcome | undefined;
}

/** The items of a job, wherever they are. */
function selectItems(transaction: Transaction, jobId: string, { state, outcome }: ItemFilter) {
  return sqlIn(transaction)
    .selectFrom(sql<Required<StoredJobItem> & { jobId: string }>`"EachJobItem"`.as("i"))
    .where("i.jobId", "=", jobId)
    .$if(state !== undefined, (items) => items.where("i.state", "=", state ?? "waiting"))
    .$if(outcome !== undefined, (items) => items.where("i.outcome", "=", outcome ?? ""));
}

/**
 * Lets items of a job wait in another one, in the same order.
 * @param options `withPhones`: those of phones without an id get the id of the phone that has their name now
 * @returns how many there are
 */
export async function copyItems(
  transaction: Transaction,
  from: string,
  to: string,
  filter: ItemFilter,
  { withPhones = false }: { readonly withPhones?: boolean } = {},
): Promise<number> {
  const items = selectItems(transaction, from, filter)
    .select(["i.position", "i.name", "i.partition", "i.position as address"])
    .select((item) => {
      const phone = item
        .selectFrom("Phone as p")
        .select("p.id")
        .where("p.key", "=", item.fn<string>("lower", ["i.name"]));
      return (withPhones ? item.fn.coalesce("i.objectId", phone) : item.ref("i.objectId")).as("objectId");
    });
  return insertWaiting(transaction, to, items);
}

/** What some items of a job have told, by their positions. */
export async function findItemResults(
  transaction: Transaction,
  jobId: string,
  positions: readonly number[],
): Promise<Map<number, unknown>> {
  const where = { jobId, position: { in: [...positions] } };
  const items = await transaction.jobItem.findMany({ where, select: { position: true, result: true } });
  return new Map(items.map(({ position, result }) => [position, result]));
}

/** Failed items with the same first problem. */
export interface CountedProblem {
  readonly problem: Problem;
  readonly count: number;
}

/** How many items of a job failed, and why: the most frequent first problems. */
export async function countProblems(
  transaction: Transaction,
  jobId: string,
  most: number,
): Promise<{ items: CountedProblem[]; total: number }> {
  const failed = selectItems(transaction, jobId, { state: "failed" });
  const problem = sql<Problem>`i."problems" -> 0`;
  const items = await failed
    .select([problem.as("problem"), sql<number>`count(*)::int`.as("count")])
    .where(problem, "is not", null)
    .groupBy(problem)
    .orderBy("count", "desc")
    .orderBy("problem")
    .limit(most)
    .execute();
  const { total } = await failed.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  return { items, total };
}

/** One page of the items after a position, and how many there are in that state. */
export async function listJobItems(
  transaction: Transaction,
  jobId: string,
  { after, limit, ...filter }: ItemFilter & { readonly after: number; readonly limit: number },
): Promise<{ items: StoredJobItem[]; total: number }> {
  const wanted = selectItems(transaction, jobId, filter);
  const items = await wanted
    .selectAll()
    .where("i.position", ">", after)
    .orderBy("i.position")
    .limit(limit)
    .execute();
  const { total } = await wanted.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  return { items, total };
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
  const partition = isPartitioned(facts)
    ? sql`(SELECT p."name" FROM "Partition" p WHERE p."id" = t."partitionId")`
    : sql`NULL`;
  return insertWaiting(
    transaction,
    jobId,
    sql`SELECT row_number() OVER (ORDER BY t."key", t."id")::int AS "position", ${sql.ref(`t.${facts.nameField}`)} AS "name",
      ${partition} AS "partition", t."id" AS "objectId", t.ctid AS "address"
      FROM ${sql.table(facts.table)} t WHERE ${planList(query, facts.listFields).filter}`,
  );
}

/** Lets named objects wait in a job, in their order; those whose id is known whatever they are called by then. */
export async function nameItems(
  transaction: Transaction,
  jobId: string,
  names: readonly {
    readonly name: string;
    readonly partition: string | null;
    readonly objectId?: string | undefined;
  }[],
): Promise<void> {
  const rows = names.map((named, index) => ({ position: index + 1, ...named }));
  await insertWaiting(
    transaction,
    jobId,
    sql`SELECT "position", "name", "partition", "objectId", "position" AS "address"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("position" int, "name" text, "partition" text, "objectId" text)`,
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
