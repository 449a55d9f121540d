import { dialIndexes, fromConfigured, lineIndexes, lineNumbers } from "@/lib/server/db/device/configured";
import { hasUnappliedChange } from "@/lib/server/db/device/unapplied-change";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * The phone itself or its numbers changed. Changes are noted where they are saved; only the numbers of a phone to which
 * somebody is logged in, or was, must be compared, for they are those of a device profile.
 */
const hasOwnChange = Prisma.sql`CASE WHEN u."id" IS NULL AND s."deviceProfileId" IS NULL
  THEN ${hasUnappliedChange}
  ELSE s."phoneRevision" <> p."downloadVersion" OR s."directoryNumbers" IS DISTINCT FROM ${lineNumbers} END`;

/** It has a plan of its own, also because somebody is logged in or was. */
const hasOwnPlan = Prisma.sql`(s."deviceProfileId" IS NOT NULL OR u."id" IS NOT NULL OR ${hasOwnChange})`;

/** What is running is not what is saved, revision by revision. */
const differs = Prisma.sql`s."phoneRevision" IS NOT NULL AND (
  (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
  OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
  OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
  OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
  OR ${hasOwnChange})`;

/** Phones after a name whose running revisions are not the saved ones, in the order of their names. */
export async function listDiffering(
  transaction: Transaction,
  afterKey: string,
  limit: number,
): Promise<{ phoneId: string; key: string }[]> {
  return transaction.$queryRaw`
    SELECT p."id" AS "phoneId", p."key" ${fromConfigured} WHERE p."key" > ${afterKey} AND ${differs}
    ORDER BY p."key" LIMIT ${limit}`;
}

/**
 * The same phones in groups that have the same plan, as lib/devices/plan-key.ts tells them apart, each with its first
 * phone; at most as many groups as asked for, the largest first.
 */
export async function groupDiffering(
  transaction: Transaction,
  limit: number,
): Promise<{ groups: { phoneId: string; count: number }[]; total: number }> {
  const rows = await transaction.$queryRaw<{ phoneId: string; count: number; total: number }[]>`
    SELECT *, (sum("count") OVER ())::int AS "total" FROM (
      SELECT min("phoneId") AS "phoneId", count(*)::int AS "count" FROM (
        SELECT p."id" AS "phoneId", CASE WHEN ${hasOwnPlan} THEN p."id" END AS "own",
          p."model", p."protocol", p."settings" -> 'expansionModules' AS "modules", p."userLocaleId", p."networkLocaleId",
          ${lineIndexes} AS "lines", ${dialIndexes} AS "dials",
          s."softkeyTemplateId", s."softkeyTemplateRevision", s."phoneButtonTemplateId", s."phoneButtonTemplateRevision",
          s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision",
          k."id" AS "k", k."version" AS "kv", b."id" AS "b", b."version" AS "bv", c."id" AS "c", c."version" AS "cv"
        ${fromConfigured} WHERE ${differs}) d
      GROUP BY "own", "model", "protocol", "modules", "userLocaleId", "networkLocaleId", "lines", "dials",
        "softkeyTemplateId", "softkeyTemplateRevision", "phoneButtonTemplateId", "phoneButtonTemplateRevision",
        "commonDeviceConfigurationId", "commonDeviceConfigurationRevision", "k", "kv", "b", "bv", "c", "cv") g
    ORDER BY "count" DESC, "phoneId" LIMIT ${limit}`;
  return { groups: rows, total: rows[0]?.total ?? 0 };
}
