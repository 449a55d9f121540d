import { type Expression, sql } from "kysely";
import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import { readRows, writeRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** How many items a group begins with. */
const itemsOfGroup = 8_000;

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

/** How the items of many phones go on, all in the same way. */
export type GroupEnding = Omit<ItemEnding, "jobId" | "position">;

/** A column of an item where it is a member of the group `g`, in the order of positions. */
const gathered = (column: "position" | "name" | "partition" | "objectId") =>
  sql`coalesce(array_agg(${sql.ref(`m.${column}`)} ORDER BY m."position"), '{}')`;
const gatheredMembers = sql`coalesce(min(m."position"), 0),
  ${gathered("position")}, ${gathered("name")}, ${gathered("partition")}, ${gathered("objectId")}`;
const memberColumns = sql`"firstPosition", "positions", "names", "partitions", "objectIds"`;

/** The members of the group `g`, each under a name. */
export const eachMember = (name: "m" | "i") =>
  sql`unnest(g."positions", g."names", g."partitions", g."objectIds")
    AS ${sql.id(name)}("position", "name", "partition", "objectId")`;

/**
 * Lets the items that a query of `position`, `name`, `partition`, `objectId` and `address` finds wait in a job. Groups are of objects
 * whose rows lie next to each other: a batch then reads and writes a few hundred pages instead of thousands all over the table.
 * @returns how many there are
 */
export async function insertWaiting(
  transaction: Transaction,
  jobId: string,
  items: Expression<unknown>,
): Promise<number> {
  // A hundred thousand items are sorted three times, in memory.
  await transaction.$queryRaw`SELECT set_config('work_mem', '64MB', TRUE)`;
  const rows = await readRows(
    transaction,
    sql<{ count: number }>`
      WITH placed AS (
        SELECT *, (row_number() OVER (ORDER BY "address") - 1) / ${itemsOfGroup}::int AS "group" FROM (${items}) i),
      made AS (
        INSERT INTO "JobItemGroup" ("id", "jobId", ${memberColumns}, "state")
        SELECT gen_random_uuid()::text, ${jobId}, ${gatheredMembers}, 'waiting' FROM placed m GROUP BY m."group"
        RETURNING cardinality("positions") AS "count")
      SELECT coalesce(sum("count"), 0)::int AS "count" FROM made`,
  );
  return rows[0]?.count ?? 0;
}

/** The first items of a group. */
export interface FirstMembers {
  readonly groupId: string;
  readonly count: number;
}

/** The next items, at most so many, that wait together in a job, which the caller holds; null when all have rows of their own. */
export async function findWaitingTogether(
  transaction: Transaction,
  jobId: string,
  limit: number,
): Promise<FirstMembers | null> {
  const [first] = await transaction.$queryRaw<FirstMembers[]>`
    SELECT "id" AS "groupId", least(cardinality("positions"), ${limit}::int) AS "count" FROM "JobItemGroup"
    WHERE "jobId" = ${jobId} AND "state" = 'waiting' ORDER BY "firstPosition" LIMIT 1 FOR UPDATE`;
  return first ?? null;
}

/** Gives rows of their own to the first items of a group. */
export async function splitFirst(transaction: Transaction, { groupId, count }: FirstMembers): Promise<void> {
  const [first] = await transaction.$queryRaw<{ positions: number[] }[]>`
    SELECT to_jsonb("positions"[1:${count}::int]) AS "positions" FROM "JobItemGroup" WHERE "id" = ${groupId}`;
  if (first) await splitMembers(transaction, [groupId], first.positions);
}

/** Which items are in some groups. */
export async function findMembers(
  transaction: Transaction,
  groupIds: readonly string[],
): Promise<{ id: string; jobId: string; positions: number[] }[]> {
  if (groupIds.length === 0) return [];
  return transaction.$queryRaw`
    SELECT "id", "jobId", to_jsonb("positions") AS "positions" FROM "JobItemGroup" WHERE "id" = ANY(${[...groupIds]}::text[])`;
}

/** Gives rows of their own to those of some items that are members of a group and have not ended. */
export async function splitItems(
  transaction: Transaction,
  items: readonly Pick<ItemEnding, "jobId" | "position">[],
): Promise<void> {
  const jobIds = new Set(items.map(({ jobId }) => jobId));
  for (const jobId of jobIds) {
    const positions = items.filter((item) => item.jobId === jobId).map(({ position }) => position);
    // Always in the same order, so that two who take from the same groups do not wait for each other for ever.
    const groups = await transaction.$queryRaw<{ id: string }[]>`
      SELECT g."id" FROM "JobItemGroup" g WHERE g."jobId" = ${jobId} AND g."state" IN ('waiting', 'underway')
        AND EXISTS (SELECT 1 FROM unnest(g."positions") m("position") WHERE m."position" = ANY(${positions}::int[]))
      ORDER BY g."id" FOR UPDATE`;
    if (groups.length > 0)
      await splitMembers(
        transaction,
        groups.map(({ id }) => id),
        positions,
      );
  }
}

/** Gives rows of their own to those members of some groups that have one of some positions. */
export async function splitMembers(
  transaction: Transaction,
  groupIds: readonly string[],
  positions: readonly number[],
): Promise<void> {
  await writeRows(
    transaction,
    sql`
      INSERT INTO "JobItem" ("jobId", "position", "name", "partition", "objectId", "state", "outcome", "problems", "result")
      SELECT g."jobId", m."position", m."name", m."partition", m."objectId", g."state", g."outcome", g."problems", g."result"
      FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("m")}
      WHERE g."id" = ANY(${[...groupIds]}::text[]) AND m."position" = ANY(${[...positions]}::int[])`,
  );
  await leave(transaction, groupIds, positions);
}

/** Takes members out of groups, which are gone when nobody is left. */
async function leave(
  transaction: Transaction,
  groupIds: readonly string[],
  positions: readonly number[],
): Promise<void> {
  await writeRows(
    transaction,
    sql`
      UPDATE "JobItemGroup" g SET (${memberColumns}) = (
        SELECT ${gatheredMembers} FROM ${eachMember("m")} WHERE m."position" <> ALL(${[...positions]}::int[]))
      WHERE g."id" = ANY(${[...groupIds]}::text[])`,
  );
  await transaction.$executeRaw`
    DELETE FROM "JobItemGroup" WHERE "id" = ANY(${[...groupIds]}::text[]) AND "positions" = '{}'`;
}

/** Lets all members of a group go on. */
async function moveGroup(transaction: Transaction, groupId: string, ending: GroupEnding): Promise<void> {
  await writeRows(
    transaction,
    sql`
      UPDATE "JobItemGroup" g SET "state" = r."state", "outcome" = r."outcome", "problems" = r."problems",
        "result" = coalesce(r."result", g."result")
      FROM ${becoming(ending)} WHERE g."id" = ${groupId}`,
  );
}

/** What items become, as the row `r`. */
const becoming = (ending: GroupEnding) =>
  sql`jsonb_populate_record(NULL::"JobItemGroup", ${JSON.stringify(ending)}::jsonb) r`;

/**
 * Lets members of a group go on together: the whole group, or those who go on are one of their own.
 * @returns the id of their group
 */
export async function moveMembers(
  transaction: Transaction,
  newId: () => string,
  groupId: string,
  positions: readonly number[],
  ending: GroupEnding,
): Promise<string> {
  const [group] = await transaction.$queryRaw<{ count: number }[]>`
    SELECT cardinality("positions") AS "count" FROM "JobItemGroup" WHERE "id" = ${groupId} FOR UPDATE`;
  if (group?.count === positions.length) {
    await moveGroup(transaction, groupId, ending);
    return groupId;
  }
  const id = newId();
  await writeRows(
    transaction,
    sql`
      INSERT INTO "JobItemGroup" ("id", "jobId", ${memberColumns}, "state", "outcome", "problems", "result")
      SELECT ${id}, g."jobId", t.*, r."state", r."outcome", r."problems", coalesce(r."result", g."result")
      FROM "JobItemGroup" g CROSS JOIN ${becoming(ending)} CROSS JOIN LATERAL (
        SELECT ${gatheredMembers} FROM ${eachMember("m")} WHERE m."position" = ANY(${[...positions]}::int[])) t
      WHERE g."id" = ${groupId}`,
  );
  await leave(transaction, [groupId], positions);
  return id;
}
