import type { DeviceTimer } from "@/lib/devices/device";
import { phonesOfEngine, phonesWithWatchedLine } from "@/lib/server/db/call/phones-in-engine";
import type { AlikePhones } from "@/lib/server/db/device/alike-phones";
import { instant } from "@/lib/server/db/device/due";
import { Prisma } from "@/lib/server/db/generated/client";
import { insertRows, type NewRow, updateRows } from "@/lib/server/db/insert-rows";
import { eachMember, splitMembers } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";

/** A state of many phones, and where the items of their actions are, or wait to be delivered to them. */
export interface SharedStateOfItems {
  readonly id: string;
  readonly itemGroupId: string;
}

/** What phones that share a state do not have for themselves: columns of both tables. */
export const sharedColumns = [
  ...["phase", "isPartial", "registration", "reason", "lastRegisteredAt"],
  ...["softkeyTemplateId", "softkeyTemplateRevision", "phoneButtonTemplateId", "phoneButtonTemplateRevision"],
  ...["commonDeviceConfigurationId", "commonDeviceConfigurationRevision", "likeness"],
  ...["underway", "timerKind", "dueAt"],
] as const;

/** The action that phones with a state carry: of which job, and in which group their items are. */
const carriedOf = ({ underway }: NewRow, jobId: string | null, itemGroupId: string | null) =>
  underway ? { jobId, itemGroupId } : { jobId: null, itemGroupId: null };

/** Lets phones, which the transaction holds, share a new state; `lastRegisteredAt` null: as each of them was. */
export async function shareState(
  transaction: Transaction,
  id: string,
  { jobId, phoneIds }: { readonly jobId: string | null; readonly phoneIds: readonly string[] },
  itemGroupId: string,
  state: NewRow,
): Promise<void> {
  await insertRows(transaction, "SharedState", [{ id, ...state, ...carriedOf(state, jobId, itemGroupId) }]);
  await transaction.$executeRaw`
    UPDATE "DeviceState" s SET "sharedStateId" = ${id}, "lastRegisteredAt" = coalesce(
      (SELECT h."lastRegisteredAt" FROM "SharedState" h WHERE h."id" = s."sharedStateId"), s."lastRegisteredAt")
    WHERE s."phoneId" = ANY(${[...phoneIds]}::text[])`;
}

/** Stores what all who share a state have become; the transaction holds the state. */
export async function saveSharedState(
  transaction: Transaction,
  id: string,
  { jobId, itemGroupId }: { readonly jobId: string | null; readonly itemGroupId: string | null },
  change: NewRow,
): Promise<void> {
  const carried = "underway" in change ? carriedOf(change, jobId, itemGroupId) : {};
  await updateRows(transaction, "SharedState", [{ id, ...change, ...carried }]);
}

/** The state with a timer of a kind that is due, the earliest first; null when there is none. The caller drives the phones. */
export async function findDueSharedState(
  transaction: Transaction,
  kind: DeviceTimer["kind"],
  until: Date,
): Promise<SharedStateOfItems | null> {
  const [due] = await transaction.$queryRaw<SharedStateOfItems[]>`
    SELECT "id", "itemGroupId" FROM "SharedState"
    WHERE "timerKind" = ${kind} AND "dueAt" <= ${instant(until)} ORDER BY "dueAt", "id" LIMIT 1`;
  return due ?? null;
}

/** Who shares a state, and whose items are in the group, as one look finds them. */
interface Look {
  /** Who goes on with the others. */
  readonly count: number;
  /** Who shares the state but has no item in the group. */
  readonly strangers: number;
  /** Who shares the state and cannot go on with the others. */
  readonly others: readonly string[];
  /** The places of the items of everybody but those who go on. */
  readonly positions: readonly number[];
}

/**
 * Holds a state that phones share, until the transaction ends. After it, exactly the phones whose items are in the group
 * share the state, and the same may happen to all of them: nobody talks, the engine need not hear of any, none was renamed
 * since it was chosen, and when they are about to download nothing of their own has changed. What it is that happens, and whether
 * it can while they are away, the life cycle says. The others have a state, and their items a row, of their own.
 * @param options `withConfiguration`: they are asked what they would download; `leaveStrangers`: phones without an item in the
 * group go, else the state is not theirs alone and the answer is null
 * @returns null when nobody shares it, or not only they do
 */
export async function lockSharedState(
  transaction: Transaction,
  { id, itemGroupId }: SharedStateOfItems,
  options: { readonly withConfiguration: boolean; readonly leaveStrangers: boolean },
): Promise<AlikePhones | null> {
  const [held] = await transaction.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "SharedState" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  if (!held) return null;
  const { count, strangers, others, positions } = await look(transaction, id, itemGroupId, options);
  if (strangers > 0 && !options.leaveStrangers) return null;
  if (others.length > 0) await leaveSharedStates(transaction, others);
  if (positions.length > 0) await splitMembers(transaction, [itemGroupId], positions);
  if (count === 0) return null;
  const [first] = await transaction.$queryRaw<{ jobId: string; phoneId: string; position: number }[]>`
    SELECT "jobId", "objectIds"[1] AS "phoneId", "positions"[1] AS "position" FROM "JobItemGroup" WHERE "id" = ${itemGroupId}`;
  if (!first) return null;
  const { jobId, phoneId, position } = first;
  return { first: { phoneId, position }, count, jobId, itemGroupId, stored: { kind: "together", id } };
}

async function look(
  transaction: Transaction,
  id: string,
  itemGroupId: string,
  { withConfiguration }: { readonly withConfiguration: boolean },
): Promise<Look> {
  const isOwn = withConfiguration
    ? Prisma.sql`o."phoneId" IS NOT NULL`
    : Prisma.sql`coalesce(o."name" <> i."name", FALSE)`;
  const [found] = await transaction.$queryRaw<Look[]>`
    WITH looked AS MATERIALIZED (
      SELECT s."phoneId", i."position", s."phoneId" IS NOT NULL AND i."position" IS NOT NULL
        AND NOT ${isOwn} AND u."name" IS NULL AND w."phoneId" IS NULL AS "goesOn"
      FROM (SELECT "phoneId" FROM "DeviceState" WHERE "sharedStateId" = ${id}) s
      FULL JOIN (SELECT m.* FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("m")} WHERE g."id" = ${itemGroupId}) i
        ON i."objectId" = s."phoneId"
      LEFT JOIN (SELECT DISTINCT c."phoneId", p."name" FROM "UnappliedChange" c JOIN "Phone" p ON p."id" = c."phoneId") o
        ON o."phoneId" = s."phoneId"
      LEFT JOIN (${phonesOfEngine}) u ON u."name" = i."name"
      LEFT JOIN (${phonesWithWatchedLine}) w ON w."phoneId" = s."phoneId")
    SELECT count(*) FILTER (WHERE "goesOn")::int AS "count",
      count(*) FILTER (WHERE "phoneId" IS NOT NULL AND "position" IS NULL)::int AS "strangers",
      coalesce(json_agg("phoneId") FILTER (WHERE NOT "goesOn" AND "phoneId" IS NOT NULL), '[]') AS "others",
      coalesce(json_agg("position") FILTER (WHERE NOT "goesOn" AND "position" IS NOT NULL), '[]') AS "positions"
    FROM looked`;
  return found ?? { count: 0, strangers: 0, others: [], positions: [] };
}

/**
 * Gives all who share a state one of their own; the transaction holds the state, which is gone then.
 * @returns who they are, and the places of their items in a group
 */
export async function dissolveSharedState(
  transaction: Transaction,
  id: string,
  itemGroupId: string | null,
): Promise<{ phoneIds: string[]; positions: number[] }> {
  const sharing = await transaction.$queryRaw<{ phoneId: string; position: number | null }[]>`
    SELECT s."phoneId", i."position" FROM "DeviceState" s
    LEFT JOIN (SELECT m.* FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("m")} WHERE g."id" = ${itemGroupId}) i
      ON i."objectId" = s."phoneId"
    WHERE s."sharedStateId" = ${id}`;
  const phoneIds = sharing.map(({ phoneId }) => phoneId);
  await leaveSharedStates(transaction, phoneIds);
  await transaction.sharedState.deleteMany({ where: { id } });
  return { phoneIds, positions: sharing.map(({ position }) => position ?? 0) };
}

/** Gives those of some phones, which the transaction holds, a state of their own that share one. */
export async function leaveSharedStates(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<void> {
  await transaction.$executeRaw`SELECT "leaveSharedStates"(${[...phoneIds]}::text[])`;
}

/** Deletes the states that no phone has any more. Phones come to share a state only in the transaction that makes it. */
export async function deleteUnusedStates(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "SharedState" h WHERE NOT EXISTS (SELECT 1 FROM "DeviceState" s WHERE s."sharedStateId" = h."id")`;
}
