import { type Expression, type SqlBool, sql } from "kysely";
import type { DeviceTimer } from "@/lib/devices/device";
import { phonesOfEngine, phonesWithWatchedLine } from "@/lib/server/db/call/phones-in-engine";
import { instant } from "@/lib/server/db/device/due";
import { arrayOfIds } from "@/lib/server/db/insert-rows";
import { eachMember, type FirstMembers } from "@/lib/server/db/job-item-group";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** A phone that the transaction holds. */
export interface HeldPhone {
  readonly id: string;
  readonly name: string;
  /** The place of the item of its action; null when it has none. */
  readonly position: number | null;
  /** Where its row is, as long as nobody has written it. */
  readonly address: string;
}

/** Phones in one state, so that something makes the same of all. The first stands for them. */
export interface PhoneGroup {
  readonly phones: readonly HeldPhone[];
  /** The job whose items are the actions that the phones get or carry, one each; null: they have none. */
  readonly jobId: string | null;
  /** Where all those items are; null when each has a row of its own. */
  readonly itemGroupId: string | null;
}

/**
 * What may be done to thousands of phones in one statement: nobody talks, nothing waits, nobody is logged in, and at
 * most one action is under way.
 */
const isSimple = sql<SqlBool>`s."calls" = 0 AND s."postponed" IS NULL AND s."loginProfileId" IS NULL
  AND s."deviceProfileId" IS NULL AND (s."underway" IS NULL OR jsonb_array_length(s."underway" -> 'actions') = 1)`;

/** What the rules of the life cycle look at. */
const ruled = sql`s."phase", '|', s."isPartial", '|', s."reason", '|', s."lastRegisteredAt" IS NULL, '|', s."timerKind", '|',
  s."dueAt", '|', s."queuedAt", '|', s."underway" ->> 'impact', '|', s."underway" ->> 'reason'`;

/** What decides the plan and the download of a phone that runs what is saved of its own (lib/devices/plan-key.ts). */
const configured = sql`, '|', s."softkeyTemplateId", '|', s."softkeyTemplateRevision", '|', s."phoneButtonTemplateId", '|',
  s."phoneButtonTemplateRevision", '|', s."commonDeviceConfigurationId", '|', s."commonDeviceConfigurationRevision", '|',
  p."model", '|', p."protocol", '|', p."layoutKey", '|', p."userLocaleId", '|', p."networkLocaleId", '|',
  p."softkeyTemplateId", '|', p."phoneButtonTemplateId", '|', p."commonDeviceConfigurationId"`;

/** That a phone is registered and no action has taken it away. */
export const isThere = sql<SqlBool>`s."phase" = 'registered' AND s."underway" IS NULL`;
/** That the timer of a phone is due. */
export const isDue = (kind: DeviceTimer["kind"], until: Date) =>
  sql<SqlBool>`s."timerKind" = ${kind} AND s."dueAt" <= ${instant(until)}`;
/** That a phone waits for a registration slot. */
export const isQueued = (until: Date) => sql<SqlBool>`s."queuedAt" <= ${instant(until)}`;

/** Settings of the database until the transaction ends. */
async function set(transaction: Transaction, settings: Readonly<Record<string, string>>): Promise<void> {
  await transaction.$queryRaw`
    SELECT set_config(n."key", n."value", TRUE) FROM jsonb_each_text(${JSON.stringify(settings)}::jsonb) n`;
}

const byHash = { enable_nestloop: "off", enable_hashjoin: "on" };
const byLookup = { enable_nestloop: "on", enable_hashjoin: "off" };
/**
 * The two rows of each phone are put together by a hash, all others looked up one after the other: the database would read whole
 * tables to join a batch (and before version 18 compile the query, because a small table has no index). Nor does a batch wait for the
 * disk at its end: a crash of the database may undo the last batches, each as a whole, and then they are due again.
 */
const ofBatch = {
  ...{ ...byHash, enable_seqscan: "off", enable_mergejoin: "off", random_page_cost: "1", jit: "off" },
  synchronous_commit: "off",
};

/** What is asked of phones that are held, to find groups of them. */
interface GroupOptions {
  /** What must be true of a phone. */
  readonly where: Expression<SqlBool>;
  /** They are asked what they would download: only those whose own settings are what they run. */
  readonly withConfiguration: boolean;
  /** Fewer are no group. */
  readonly fewest: number;
}

/**
 * Holds phones until the transaction ends, and finds those that something can happen to in groups. The others are left to be
 * done one by one. Where the items are together is for the caller to say.
 */
export async function holdGroups(
  transaction: Transaction,
  phoneIds: readonly string[],
  options: GroupOptions,
): Promise<PhoneGroup[]> {
  await set(transaction, ofBatch);
  const { where, withConfiguration, fewest } = options;
  const rows = await readRows(
    transaction,
    sql<{ jobId: string | null; phones: string }>`
      WITH held AS MATERIALIZED (
        SELECT s.*, s."underway" -> 'actions' ->> 0 AS "action", s.ctid::text AS "address" FROM "DeviceState" s
        WHERE s."phoneId" = ANY(${arrayOfIds(phoneIds)}) AND ${where} AND ${isSimple}
          ${withConfiguration ? sql`AND s."phoneRevision" IS NOT NULL` : sql``}
        ORDER BY s."phoneId" FOR NO KEY UPDATE)
      SELECT split_part(s."action", ':', 1) AS "jobId",
        json_agg(json_build_array(s."phoneId", p."name", split_part(s."action", ':', 2)::int, s."address"))::text AS "phones"
      FROM held s JOIN (SELECT * FROM "Phone" WHERE "id" = ANY(${arrayOfIds(phoneIds)})) p ON p."id" = s."phoneId"
      GROUP BY 1, concat(${ruled}${withConfiguration ? configured : sql``}) HAVING count(*) >= ${fewest}`,
  );
  await set(transaction, byLookup);
  const found = rows.map(({ jobId, phones }) => ({ jobId, phones: phonesOf(phones), itemGroupId: null }));
  const all = found.flatMap(({ phones }) => phones.map(({ id }) => id));
  const isApart = await findApart(transaction, all, withConfiguration);
  return found
    .map((group) => ({ ...group, phones: group.phones.filter((phone) => !isApart(phone)) }))
    .filter(({ phones }) => phones.length >= fewest);
}

/** Read from a text: the client would look for dates in each value of JSON. */
function phonesOf(text: string): HeldPhone[] {
  const phones: [id: string, name: string, position: number | null, address: string][] = JSON.parse(text);
  return phones.map(([id, name, position, address]) => ({ id, name, position, address }));
}

/**
 * Which phones are not done in a group: those of which the engine must hear, for `applyDeviceEvents` tells it; those of which
 * something was saved that they do not run, where that counts; and one that was renamed before it could be held. A statement of its
 * own: it sees what was there once the phones were held.
 */
async function findApart(
  transaction: Transaction,
  phoneIds: readonly string[],
  withConfiguration: boolean,
): Promise<(phone: HeldPhone) => boolean> {
  const [row] = await readRows(
    transaction,
    sql<{ inEngine: string; watched: string; changed: string }>`
      SELECT (SELECT coalesce(json_agg(u."name"), '[]') FROM (${phonesOfEngine}) u)::text AS "inEngine",
        (SELECT coalesce(json_agg(w."phoneId"), '[]') FROM (${phonesWithWatchedLine}) w)::text AS "watched",
        (SELECT coalesce(json_agg(json_build_array(c."phoneId", p."name")), '[]') FROM "UnappliedChange" c JOIN "Phone" p ON p."id" = c."phoneId"
          WHERE c."phoneId" = ANY(${arrayOfIds(phoneIds)}))::text AS "changed"`,
  );
  const names = new Set<string>(JSON.parse(row?.inEngine ?? "[]"));
  const watched = new Set<string>(JSON.parse(row?.watched ?? "[]"));
  const changed = new Map<string, string>(JSON.parse(row?.changed ?? "[]"));
  return ({ id, name }) =>
    names.has(name) ||
    watched.has(id) ||
    (changed.has(id) && (withConfiguration || changed.get(id) !== name));
}

/** The places of the first items of a group by the ids of their phones, which a selection of names does not know. */
export async function positionsByPhone(
  transaction: Transaction,
  { groupId, count }: FirstMembers,
): Promise<ReadonlyMap<string, number>> {
  const [row] = await readRows(
    transaction,
    sql<{ phones: [string, number][] }>`
      SELECT coalesce(json_agg(json_build_array(f."phoneId", f."position")) FILTER (WHERE f."phoneId" IS NOT NULL), '[]') AS "phones" FROM (
        SELECT coalesce(i."objectId", (SELECT p."id" FROM "Phone" p WHERE p."key" = lower(i."name"))) AS "phoneId", i."position"
        FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("i")} WHERE g."id" = ${groupId} LIMIT ${count}::int) f`,
  );
  return new Map(row?.phones);
}
