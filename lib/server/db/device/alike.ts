import type { DeviceTimer } from "@/lib/devices/device";
import { isPhoneInUse } from "@/lib/server/db/call/phones-in-engine";
import type { AlikePhones } from "@/lib/server/db/device/alike-phones";
import { instant } from "@/lib/server/db/device/due";
import { learnLikeness } from "@/lib/server/db/device/likeness";
import { phoneOfItem } from "@/lib/server/db/device/phone-of-item";
import { hasUnappliedChange } from "@/lib/server/db/device/unapplied-change";
import { Prisma } from "@/lib/server/db/generated/client";
import { eachMember, type FirstMembers } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * What may be done to thousands of phones in one statement: nobody talks, nothing waits, nobody is logged in, and at
 * most one action is under way. Phones of which the engine must hear are left out; `applyDeviceEvents` is for them and tells it.
 */
const isSimple = (
  name: Prisma.Sql,
) => Prisma.sql`s."calls" = 0 AND s."postponed" IS NULL AND s."loginProfileId" IS NULL
  AND s."deviceProfileId" IS NULL AND (s."underway" IS NULL OR jsonb_array_length(s."underway" -> 'actions') = 1)
  AND NOT ${isPhoneInUse({ name, id: Prisma.sql`s."phoneId"` })}`;

/** A rename is a change that a phone has not downloaded; what is known of a phone by its name must be asked by its new one. */
const isNamedInItem = Prisma.sql`${isSimple(Prisma.sql`i."name"`)} AND NOT (${hasUnappliedChange} AND EXISTS (
  SELECT 1 FROM "Phone" p WHERE p."id" = s."phoneId" AND p."name" <> i."name"))`;
const isNamedInPhone = isSimple(Prisma.sql`p."name"`);

/**
 * What is asked of a phone, without reading the phone: what the rules of the life cycle look at, what it runs, and whether
 * everything of its own is downloaded, itself and the numbers on its lines.
 */
const columns = Prisma.sql`s."phoneId",
  ROW(s."phase", s."isPartial", s."reason", s."lastRegisteredAt" IS NULL, s."timerKind", s."dueAt", s."queuedAt",
    s."underway" ->> 'impact', s."underway" ->> 'reason')::text AS "state",
  ROW(s."softkeyTemplateId", s."softkeyTemplateRevision", s."phoneButtonTemplateId", s."phoneButtonTemplateRevision",
    s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision")::text AS "running", s."likeness",
  s."phoneRevision" IS NOT NULL AND NOT ${hasUnappliedChange} AS "runsWhatIsItsOwn"`;

const carriedAction = Prisma.sql`split_part(s."underway" -> 'actions' ->> 0, ':', 1) AS "jobId",
  split_part(s."underway" -> 'actions' ->> 0, ':', 2)::int AS "position"`;

/** How many phones are looked at, and from how many on they are a group. */
interface AlikeLimits {
  readonly alike: number;
  readonly fewestAlike: number;
}

/** By what phones are grouped besides what the rules of the life cycle look at. */
interface Grouping {
  /** They are asked what they would download: only those whose own settings are what they run. */
  readonly withConfiguration: boolean;
  /** They will share a state: it says what they run. */
  readonly byRunning: boolean;
}

interface GroupRow {
  readonly phoneIds: string[];
  readonly names: string[];
  readonly positions: number[];
  readonly jobId: string | null;
  readonly itemGroupId: string | null;
  readonly likeness: string | null;
  readonly runsWhatIsItsOwn: boolean;
  readonly isById: boolean;
}

/** Groups of the phones that a query of `columns`, `name`, `jobId`, `position` and `isById` finds. */
async function listAlike(
  transaction: Transaction,
  found: Prisma.Sql,
  limits: AlikeLimits,
  grouping: Grouping,
): Promise<AlikePhones[]> {
  const groups = await group(transaction, found, limits, grouping);
  if (!grouping.withConfiguration && !grouping.byRunning) return groups.map(alikePhones);
  const strangers = groups.filter(({ runsWhatIsItsOwn, likeness }) => runsWhatIsItsOwn && likeness === null);
  if (strangers.length === 0) return groups.map(alikePhones);
  await learnLikeness(
    transaction,
    strangers.flatMap(({ phoneIds }) => phoneIds),
  );
  const learned = await group(transaction, found, limits, grouping);
  return learned.filter(({ likeness }) => likeness !== null || !grouping.withConfiguration).map(alikePhones);
}

/** In the order of names, in which job items and alarms are next to each other. */
function group(
  transaction: Transaction,
  found: Prisma.Sql,
  { fewestAlike }: AlikeLimits,
  { withConfiguration, byRunning }: Grouping,
): Promise<GroupRow[]> {
  const isLookedAt = withConfiguration || byRunning ? Prisma.sql`s."runsWhatIsItsOwn"` : Prisma.sql`FALSE`;
  return transaction.$queryRaw<GroupRow[]>`
    WITH found AS MATERIALIZED (${found})
    SELECT json_agg(s."phoneId" ORDER BY s."name") AS "phoneIds", json_agg(s."name" ORDER BY s."name") AS "names",
      coalesce(json_agg(s."position" ORDER BY s."name") FILTER (WHERE s."position" IS NOT NULL), '[]') AS "positions",
      s."jobId", min(s."itemGroupId") AS "itemGroupId", s."likeness", s."runsWhatIsItsOwn", bool_and(s."isById") AS "isById"
    FROM (SELECT s."phoneId", s."name", s."position", s."jobId", s."itemGroupId", s."isById", s."state",
        ${isLookedAt} AS "runsWhatIsItsOwn", CASE WHEN ${isLookedAt} THEN s."running" END AS "running",
        CASE WHEN ${isLookedAt} THEN s."likeness" END AS "likeness" FROM found s
      WHERE ${withConfiguration ? isLookedAt : Prisma.sql`TRUE`}) s
    GROUP BY s."jobId", s."state", s."runsWhatIsItsOwn", s."running", s."likeness" HAVING count(*) >= ${fewestAlike}`;
}

function alikePhones({
  phoneIds,
  names,
  positions,
  jobId,
  itemGroupId,
  likeness,
  isById,
}: GroupRow): AlikePhones {
  return {
    first: { phoneId: phoneIds[0] ?? "", position: positions[0] ?? null },
    ...{ count: names.length, jobId, itemGroupId },
    stored: { kind: "each", phoneIds, names, positions, likeness: isById ? likeness : null },
  };
}

/**
 * Until the transaction ends, rows are looked up one after the other: the database would read whole tables to join a
 * batch of phones, again for every batch (and versions before 18 would take the small table that has no index for a reason
 * to compile the query). Nor does it wait for the disk at its end: a crash of the database may undo the last batches, each as
 * a whole, and then they are due again.
 */
async function prepareBatch(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`SELECT set_config('enable_seqscan', 'off', TRUE), set_config('enable_hashjoin', 'off', TRUE),
    set_config('enable_mergejoin', 'off', TRUE), set_config('random_page_cost', '1', TRUE), set_config('jit', 'off', TRUE),
    set_config('synchronous_commit', 'off', TRUE)`;
}

/**
 * Of the registered phones whose items are the first of a group of a job, those that are simple, in groups of phones that
 * are alike. All are held until the transaction ends. The others are left to be done one by one.
 */
export async function lockAlikeOfJob(
  transaction: Transaction,
  jobId: string,
  { groupId, count }: Pick<FirstMembers, "groupId" | "count">,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const items = Prisma.sql`(SELECT m.*, g."id" AS "itemGroupId" FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("m")}
    WHERE g."id" = ${groupId} LIMIT ${count}) i`;
  const found = Prisma.sql`
    SELECT ${columns}, i."name", ${jobId} AS "jobId", i."position", i."itemGroupId", i."objectId" IS NOT NULL AS "isById"
    FROM ${items} JOIN "EachDeviceState" s ON s."phoneId" = ${phoneOfItem}
    WHERE s."phase" = 'registered' AND s."underway" IS NULL AND ${isNamedInItem}`;
  await prepareBatch(transaction);
  await transaction.$executeRaw`SELECT "holdPhones"(ARRAY(SELECT ${phoneOfItem} FROM ${items}))`;
  return listAlike(transaction, found, limits, { ...options, byRunning: true });
}

/** The same of the phones whose own timer of a kind is due, the earliest first. */
export async function lockAlikeDue(
  transaction: Transaction,
  kind: DeviceTimer["kind"],
  until: Date,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, p."name", ${carriedAction}, NULL AS "itemGroupId", TRUE AS "isById" FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."dueAt" <= ${instant(until)} AND s."timerKind" = ${kind} AND ${isNamedInPhone}
    ORDER BY s."dueAt", s."phoneId" LIMIT ${limits.alike} FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, { ...options, byRunning: false });
}

/** The same of the phones that have waited longest for a registration slot. */
export async function lockAlikeQueued(
  transaction: Transaction,
  until: Date,
  limits: AlikeLimits,
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, p."name", ${carriedAction}, NULL AS "itemGroupId", TRUE AS "isById" FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."queuedAt" <= ${instant(until)} AND ${isNamedInPhone}
    ORDER BY s."queuedAt", s."phoneId" LIMIT ${limits.alike} FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, { withConfiguration: false, byRunning: false });
}
