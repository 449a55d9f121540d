import type { DeviceTimer, RevisionReference } from "@/lib/devices/device";
import { isPhoneInUse } from "@/lib/server/db/call/in-use";
import { configuredReference, joinShared } from "@/lib/server/db/device/configured";
import { instant } from "@/lib/server/db/device/due";
import { phoneOfItem } from "@/lib/server/db/device/phone-of-item";
import type { SharedTimer } from "@/lib/server/db/device/shared-timer";
import { hasUnappliedChange } from "@/lib/server/db/device/unapplied-change";
import { Prisma } from "@/lib/server/db/generated/client";
import { eachMember, type FirstMembers } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";

/** Phones that the transaction holds and to which the same things happen in the same way: the first stands for all. */
export interface AlikePhones {
  readonly phoneIds: readonly string[];
  readonly names: readonly string[];
  /** The job whose items are the actions that the phones get or carry, one each; null: they have none. */
  readonly jobId: string | null;
  readonly positions: readonly number[];
  /** The group to which all those items belong; null when each is where it is. */
  readonly itemGroupId: string | null;
  /** The shared objects that they would download; null when nobody asked. */
  readonly configured: {
    readonly softkeyTemplate: RevisionReference | null;
    readonly phoneButtonTemplate: RevisionReference;
    readonly commonDeviceConfiguration: RevisionReference | null;
  } | null;
}

/**
 * What may be done to thousands of phones in one statement: nobody talks, nothing waits, nobody is logged in, and at
 * most one action is under way. Phones of which the engine must hear are left out; `happen` is for them and tells it.
 */
const isSimple = (
  name: Prisma.Sql,
) => Prisma.sql`s."calls" = 0 AND s."postponed" IS NULL AND s."loginProfileId" IS NULL
  AND s."deviceProfileId" IS NULL AND (s."underway" IS NULL OR jsonb_array_length(s."underway" -> 'actions') = 1)
  AND NOT ${isPhoneInUse({ name, id: Prisma.sql`s."phoneId"` })}`;

const isNamedInItem = isSimple(Prisma.sql`i."name"`);
const isNamedInPhone = isSimple(Prisma.sql`p."name"`);

/**
 * What is asked of a phone, without reading the phone: what the rules of the life cycle look at, what it runs, and whether
 * everything of its own is downloaded, itself and the numbers on its lines.
 */
const columns = Prisma.sql`s."phoneId",
  ROW(s."phase", s."isPartial", s."reason", s."lastRegisteredAt" IS NULL, s."timerKind", s."dueAt", s."sharedTimerKind",
    s."sharedDueAt", s."queuedAt",
    s."underway" ->> 'impact', s."underway" ->> 'reason')::text AS "state",
  ROW(s."softkeyTemplateId", s."softkeyTemplateRevision", s."phoneButtonTemplateId", s."phoneButtonTemplateRevision",
    s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision")::text AS "running", s."likeness",
  s."phoneRevision" IS NOT NULL AND NOT ${hasUnappliedChange} AS "runsWhatIsItsOwn"`;

const carriedAction = Prisma.sql`split_part(s."underway" -> 'actions' ->> 0, ':', 1) AS "jobId",
  split_part(s."underway" -> 'actions' ->> 0, ':', 2)::int AS "position"`;

/** In the order of names, in which rows of job items and alarms are next to each other. */
const members = Prisma.sql`json_agg(s."phoneId" ORDER BY s."name") AS "phoneIds",
  json_agg(s."name" ORDER BY s."name") AS "names",
  coalesce(json_agg(s."position" ORDER BY s."name") FILTER (WHERE s."position" IS NOT NULL), '[]') AS "positions",
  s."jobId", min(s."itemGroupId") AS "itemGroupId"`;

/** How many phones are looked at, and from how many on they are a group. */
interface AlikeLimits {
  readonly alike: number;
  readonly fewestAlike: number;
}

type Group = AlikePhones & { readonly likeness: string | null };

/**
 * Groups of the phones that a query of `columns`, `name`, `jobId` and `position` finds. With their configuration only
 * those whose own settings are what they run: what they would download depends on their likeness and on shared objects.
 */
async function listAlike(
  transaction: Transaction,
  found: Prisma.Sql,
  limits: AlikeLimits,
  { withConfiguration }: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const areMany = Prisma.sql`HAVING count(*) >= ${limits.fewestAlike}`;
  if (!withConfiguration) {
    return transaction.$queryRaw`
      WITH found AS MATERIALIZED (${found})
      SELECT ${members}, NULL AS "configured" FROM found s GROUP BY s."jobId", s."state" ${areMany}`;
  }
  const groups = await groupConfigured(transaction, found, areMany);
  const strangers = groups.filter(({ likeness }) => likeness === null);
  if (strangers.length === 0) return groups;
  await learnLikeness(
    transaction,
    strangers.flatMap(({ phoneIds }) => phoneIds),
  );
  const learned = await groupConfigured(transaction, found, areMany);
  return learned.filter(({ likeness }) => likeness !== null);
}

function groupConfigured(transaction: Transaction, found: Prisma.Sql, areMany: Prisma.Sql): Promise<Group[]> {
  return transaction.$queryRaw<Group[]>`
    WITH found AS MATERIALIZED (${found}), g AS (
      SELECT ${members}, s."likeness", min(s."phoneId") AS "first" FROM found s WHERE s."runsWhatIsItsOwn"
      GROUP BY s."jobId", s."state", s."running", s."likeness" ${areMany})
    SELECT g."phoneIds", g."names", g."positions", g."jobId", g."itemGroupId", g."likeness",
      jsonb_build_object('softkeyTemplate', ${configuredReference("k")}, 'phoneButtonTemplate', ${configuredReference("b")},
        'commonDeviceConfiguration', ${configuredReference("c")}) AS "configured"
    FROM g JOIN "Phone" p ON p."id" = g."first" ${joinShared}`;
}

/** Stores the likeness of phones that the transaction holds; of those whose own settings have just changed it stays unknown. */
async function learnLikeness(transaction: Transaction, phoneIds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "DeviceState" s SET "likeness" = "likenessOf"(p) FROM "Phone" p
    WHERE s."phoneId" = ANY(${[...phoneIds]}::text[]) AND p."id" = s."phoneId"
      AND NOT ${hasUnappliedChange}`;
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
 * are alike. They are held until the transaction ends. The others are left to be done one by one.
 */
export async function lockAlikeOfJob(
  transaction: Transaction,
  jobId: string,
  { groupId, count }: FirstMembers,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, i."name", ${jobId} AS "jobId", i."position", i."itemGroupId"
    FROM (SELECT m.*, g."id" AS "itemGroupId" FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("m")}
      WHERE g."id" = ${groupId} LIMIT ${count}) i
    JOIN "DeviceState" s ON s."phoneId" = ${phoneOfItem}
    WHERE s."phase" = 'registered' AND s."underway" IS NULL AND ${isNamedInItem}
    ORDER BY s."phoneId" FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, options);
}

/** The same of the phones of a timer that they share. */
export async function lockAlikeSharing(
  transaction: Transaction,
  { id, itemGroupId }: SharedTimer,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, i."name", ${carriedAction}, g."id" AS "itemGroupId"
    FROM "JobItemGroup" g CROSS JOIN LATERAL ${eachMember("i")} JOIN "DeviceState" s ON s."phoneId" = ${phoneOfItem}
    WHERE g."id" = ${itemGroupId} AND s."sharedTimerId" = ${id} AND ${isNamedInItem}
    ORDER BY s."phoneId" FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, options);
}

/** The same of the phones whose timer of a kind is due, the earliest first. */
export async function lockAlikeDue(
  transaction: Transaction,
  kind: DeviceTimer["kind"],
  until: Date,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, p."name", ${carriedAction}, NULL AS "itemGroupId" FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."dueAt" <= ${instant(until)} AND s."timerKind" = ${kind} AND ${isNamedInPhone}
    ORDER BY s."dueAt", s."phoneId" LIMIT ${limits.alike} FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, options);
}

/** The same of the phones that have waited longest for their turn to register. */
export async function lockAlikeQueued(
  transaction: Transaction,
  until: Date,
  limits: AlikeLimits,
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, p."name", ${carriedAction}, NULL AS "itemGroupId" FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."queuedAt" <= ${instant(until)} AND ${isNamedInPhone}
    ORDER BY s."queuedAt", s."phoneId" LIMIT ${limits.alike} FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, { withConfiguration: false });
}
