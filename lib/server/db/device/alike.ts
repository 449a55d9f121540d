import type { DeviceTimer, RevisionReference } from "@/lib/devices/device";
import { isPhoneInUse } from "@/lib/server/db/call/in-use";
import { configuredReference, joinShared } from "@/lib/server/db/device/configured";
import { instant } from "@/lib/server/db/device/due";
import type { SharedTimer } from "@/lib/server/db/device/shared-timer";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** Phones that the transaction holds and to which the same things happen in the same way: the first stands for all. */
export interface AlikePhones {
  readonly phoneIds: readonly string[];
  readonly names: readonly string[];
  /** The job whose items are the actions that the phones get or carry, one each; null: they have none. */
  readonly jobId: string | null;
  readonly positions: readonly number[];
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
const isSimple = Prisma.sql`s."calls" = 0 AND s."postponed" IS NULL AND s."loginProfileId" IS NULL AND s."deviceProfileId" IS NULL
  AND (s."underway" IS NULL OR jsonb_array_length(s."underway" -> 'actions') = 1) AND NOT ${isPhoneInUse}`;

/** What is asked of a phone: its own, what the rules of the life cycle look at, and what it runs and would run. */
const columns = Prisma.sql`s."phoneId", p."name",
  ROW(s."phase", s."isPartial", s."reason", s."lastRegisteredAt" IS NULL, s."timerKind", s."dueAt", s."sharedTimerKind",
    s."sharedDueAt", s."queuedAt",
    s."underway" ->> 'impact', s."underway" ->> 'reason')::text AS "state",
  s."phoneRevision" = p."version" AS "isOwnSame", s."directoryNumbers",
  ROW(s."softkeyTemplateId", s."softkeyTemplateRevision", s."phoneButtonTemplateId", s."phoneButtonTemplateRevision",
    s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision")::text AS "running",
  ROW(p."model", p."protocol", p."settings" -> 'expansionModules', p."userLocaleId", p."networkLocaleId")::text AS "kind",
  p."softkeyTemplateId", p."phoneButtonTemplateId", p."commonDeviceConfigurationId"`;

const carriedAction = Prisma.sql`split_part(s."underway" -> 'actions' ->> 0, ':', 1) AS "jobId",
  split_part(s."underway" -> 'actions' ->> 0, ':', 2)::int AS "position"`;

/** In the order of names, in which rows of job items and alarms are next to each other. */
const members = Prisma.sql`json_agg(s."phoneId" ORDER BY s."name") AS "phoneIds",
  json_agg(s."name" ORDER BY s."name") AS "names",
  coalesce(json_agg(s."position" ORDER BY s."name") FILTER (WHERE s."position" IS NOT NULL), '[]') AS "positions", s."jobId"`;

/** What decides plans (lib/devices/plan-key.ts) and admissions beside the state. */
const sameConfiguration = Prisma.sql`s."running", s."kind", l."indexes",
  (SELECT array_agg(d."index" ORDER BY d."index") FROM "PhoneSpeedDial" d WHERE d."phoneId" = s."phoneId"),
  s."softkeyTemplateId", s."phoneButtonTemplateId", s."commonDeviceConfigurationId"`;

/** How many phones are looked at, and from how many on they are a group. */
interface AlikeLimits {
  readonly alike: number;
  readonly fewestAlike: number;
}

/** Groups of the phones that a query of `columns`, `jobId` and `position` finds; without those whose own settings changed. */
async function listAlike(
  transaction: Transaction,
  found: Prisma.Sql,
  { fewestAlike }: AlikeLimits,
  { withConfiguration }: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const areMany = Prisma.sql`HAVING count(*) >= ${fewestAlike}`;
  if (!withConfiguration) {
    return transaction.$queryRaw`
      WITH found AS MATERIALIZED (${found})
      SELECT ${members}, NULL AS "configured" FROM found s GROUP BY s."jobId", s."state" ${areMany}`;
  }
  return transaction.$queryRaw`
    WITH found AS MATERIALIZED (${found}), p AS (
      SELECT ${members}, s."softkeyTemplateId", s."phoneButtonTemplateId", s."commonDeviceConfigurationId"
      FROM found s
      CROSS JOIN LATERAL (SELECT array_agg(l."index" ORDER BY l."index") AS "indexes",
          coalesce(jsonb_agg(jsonb_build_object('id', n."id", 'number', n."version") ORDER BY l."index"), '[]') AS "numbers"
        FROM "PhoneLine" l JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId" WHERE l."phoneId" = s."phoneId") l
      WHERE s."isOwnSame" AND s."directoryNumbers" = l."numbers"
      GROUP BY s."jobId", s."state", ${sameConfiguration} ${areMany})
    SELECT p."phoneIds", p."names", p."positions", p."jobId",
      jsonb_build_object('softkeyTemplate', ${configuredReference("k")}, 'phoneButtonTemplate', ${configuredReference("b")},
        'commonDeviceConfiguration', ${configuredReference("c")}) AS "configured"
    FROM p ${joinShared}`;
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
 * Of the registered phones whose items wait next in a job, those that are simple, in groups of phones that are alike.
 * They are held until the transaction ends. The others are left to be done one by one.
 */
export async function lockAlikeOfJob(
  transaction: Transaction,
  jobId: string,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, ${jobId} AS "jobId", i."position"
    FROM (SELECT "position", "name" FROM "JobItem" WHERE "jobId" = ${jobId} AND "state" = 'waiting'
      ORDER BY "position" LIMIT ${limits.alike}) i
    JOIN "Phone" p ON p."key" = lower(i."name") JOIN "DeviceState" s ON s."phoneId" = p."id"
    WHERE s."phase" = 'registered' AND s."underway" IS NULL AND ${isSimple}
    ORDER BY s."phoneId" FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, options);
}

/** The same of the phones of a timer that they share. */
export async function lockAlikeSharing(
  transaction: Transaction,
  { id, jobId, firstPosition, lastPosition }: SharedTimer,
  limits: AlikeLimits,
  options: { withConfiguration: boolean },
): Promise<AlikePhones[]> {
  const found = Prisma.sql`
    SELECT ${columns}, ${carriedAction}
    FROM "JobItem" i JOIN "Phone" p ON p."key" = lower(i."name") JOIN "DeviceState" s ON s."phoneId" = p."id"
    WHERE i."jobId" = ${jobId} AND i."position" BETWEEN ${firstPosition} AND ${lastPosition} AND i."state" = 'underway'
      AND s."sharedTimerId" = ${id} AND ${isSimple}
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
    SELECT ${columns}, ${carriedAction} FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."dueAt" <= ${instant(until)} AND s."timerKind" = ${kind} AND ${isSimple}
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
    SELECT ${columns}, ${carriedAction} FROM "DeviceState" s JOIN "Phone" p ON p."id" = s."phoneId"
    WHERE s."queuedAt" <= ${instant(until)} AND ${isSimple}
    ORDER BY s."queuedAt", s."phoneId" LIMIT ${limits.alike} FOR NO KEY UPDATE OF s`;
  await prepareBatch(transaction);
  return listAlike(transaction, found, limits, { withConfiguration: false });
}
