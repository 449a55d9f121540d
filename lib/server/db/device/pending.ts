import { type SqlBool, sql } from "kysely";
import { dialIndexes, lineIndexes, lineNumbers, selectConfigured } from "@/lib/server/db/device/configured";
import { hasUnappliedChange } from "@/lib/server/db/device/unapplied-change";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * The phone itself or its numbers changed. Changes are noted where they are saved; only the numbers of a phone to which
 * somebody is logged in, or was, must be compared, for they are those of a device profile.
 */
const hasOwnChange = sql<SqlBool>`CASE WHEN u."id" IS NULL AND s."deviceProfileId" IS NULL
  THEN ${hasUnappliedChange}
  ELSE s."phoneRevision" <> p."downloadVersion" OR s."directoryNumbers" IS DISTINCT FROM ${lineNumbers} END`;

/** It has a plan of its own, also because somebody is logged in or was. */
const hasOwnPlan = sql<SqlBool>`(s."deviceProfileId" IS NOT NULL OR u."id" IS NOT NULL OR ${hasOwnChange})`;

/** What is running is not what is saved, revision by revision. */
const differs = sql<SqlBool>`s."phoneRevision" IS NOT NULL AND (
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
  return selectConfigured(transaction)
    .select(["p.id as phoneId", "p.key"])
    .where("p.key", ">", afterKey)
    .where(differs)
    .orderBy("p.key")
    .limit(limit)
    .execute();
}

/**
 * The same phones in groups that have the same plan, as lib/devices/plan-key.ts tells them apart, each with its first
 * phone; at most as many groups as asked for, the largest first.
 */
export async function groupDiffering(
  transaction: Transaction,
  limit: number,
): Promise<{ groups: { phoneId: string; count: number }[]; total: number }> {
  const own = sql<string | null>`CASE WHEN ${hasOwnPlan} THEN p."id" END`;
  const phones = selectConfigured(transaction)
    .where(differs)
    .select(["p.id as phoneId", "p.model", "p.protocol", "p.userLocaleId", "p.networkLocaleId"])
    .select([own.as("own"), sql`p."settings" -> 'expansionModules'`.as("modules")])
    .select([lineIndexes.as("lines"), dialIndexes.as("dials")])
    .select(["s.softkeyTemplateId", "s.softkeyTemplateRevision"])
    .select(["s.phoneButtonTemplateId", "s.phoneButtonTemplateRevision"])
    .select(["s.commonDeviceConfigurationId", "s.commonDeviceConfigurationRevision"])
    .select(["k.id as k", "k.version as kv", "b.id as b", "b.version as bv", "c.id as c", "c.version as cv"]);
  const groups = sqlIn(transaction)
    .selectFrom(phones.as("d"))
    .select(sql<string>`min(d."phoneId")`.as("phoneId"))
    .select(sql<number>`count(*)::int`.as("count"))
    .groupBy(["own", "model", "protocol", "modules", "userLocaleId", "networkLocaleId", "lines", "dials"])
    .groupBy(["softkeyTemplateId", "softkeyTemplateRevision"])
    .groupBy(["phoneButtonTemplateId", "phoneButtonTemplateRevision"])
    .groupBy(["commonDeviceConfigurationId", "commonDeviceConfigurationRevision"])
    .groupBy(["k", "kv", "b", "bv", "c", "cv"]);
  const rows = await sqlIn(transaction)
    .selectFrom(groups.as("g"))
    .select(["g.phoneId", "g.count", sql<number>`(sum(g."count") OVER ())::int`.as("total")])
    .orderBy("g.count", "desc")
    .orderBy("g.phoneId")
    .limit(limit)
    .execute();
  return { groups: rows, total: rows[0]?.total ?? 0 };
}
