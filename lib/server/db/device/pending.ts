import { type SqlBool, sql } from "kysely";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { nameKey } from "@/lib/configuration/text-rules";
import type { Device } from "@/lib/devices/device";
import type { ChosenPhones } from "@/lib/server/db/device/choose";
import { lineNumbers, selectConfigured } from "@/lib/server/db/device/configured";
import { defaultTemplate } from "@/lib/server/db/device/default-template";
import { hasUnappliedChange } from "@/lib/server/db/device/unapplied-change";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/**
 * The phone itself or its numbers changed. Changes are noted where they are saved; only the numbers of a phone to which
 * somebody is logged in, or was, must be compared, for they are those of a device profile.
 */
const hasOwnChange = sql<SqlBool>`CASE WHEN s."loginProfileId" IS NULL AND s."deviceProfileId" IS NULL
  THEN ${hasUnappliedChange}
  ELSE s."phoneRevision" <> p."downloadVersion" OR s."directoryNumbers" IS DISTINCT FROM ${lineNumbers} END`;

/** It has a plan of its own, also because somebody is logged in or was. */
const hasOwnPlan = sql<SqlBool>`(s."deviceProfileId" IS NOT NULL OR s."loginProfileId" IS NOT NULL OR ${hasOwnChange})`;

/** What is running is not what is saved, revision by revision. */
const differs = sql<SqlBool>`s."phoneRevision" IS NOT NULL AND (
  (s."softkeyTemplateId", s."softkeyTemplateRevision") IS DISTINCT FROM (k."id", k."version")
  OR (s."phoneButtonTemplateId", s."phoneButtonTemplateRevision") IS DISTINCT FROM (b."id", b."version")
  OR (s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision") IS DISTINCT FROM (c."id", c."version")
  OR (s."deviceProfileId", s."deviceProfileRevision") IS DISTINCT FROM (u."id", u."version")
  OR ${hasOwnChange})`;

/** That the phone `s` runs a revision of a shared object that is not the one that is saved. */
const runsAnother = (object: "softkeyTemplate" | "phoneButtonTemplate" | "commonDeviceConfiguration") => {
  const [id, revision] = [sql.ref(`s.${object}Id`), sql.ref(`s.${object}Revision`)];
  const table = sql.table(`${object.charAt(0).toUpperCase()}${object.slice(1)}`);
  return sql<SqlBool>`${id} IS NOT NULL AND (${id}, ${revision}) NOT IN (SELECT o."id", o."version" FROM ${table} o)`;
};

/**
 * The phones that may run something else than what is saved, found by what they run, without looking at the million that run what
 * is saved more than once. What a phone names itself is a change of its own, and what its common device configuration names one of that; only
 * that another template is the default may be told by nothing, where none had the mark before.
 * @param chosen only those among these
 */
function mayDiffer(chosen?: ChosenPhones) {
  const isChosen = (phone: "s.phoneId" | "c.phoneId") =>
    chosen ? sql<SqlBool>`${sql.ref(phone)} IN ${chosen}` : sql<SqlBool>`TRUE`;
  return sql<{ phoneId: string }>`
    SELECT s."phoneId" FROM "DeviceState" s WHERE ${isChosen("s.phoneId")} AND s."phoneRevision" IS NOT NULL AND (
      ${runsAnother("softkeyTemplate")} OR ${runsAnother("phoneButtonTemplate")} OR ${runsAnother("commonDeviceConfiguration")}
      OR s."softkeyTemplateId" = (SELECT f."id" FROM "SoftkeyTemplate" f
        WHERE f."key" = ${nameKey(fallbackSoftkeyTemplate)} AND f."id" <> ${defaultTemplate})
      OR s."deviceProfileId" IS NOT NULL OR s."loginProfileId" IS NOT NULL)
    UNION SELECT c."phoneId" FROM "UnappliedChange" c WHERE ${isChosen("c.phoneId")}`;
}

/** Those of `mayDiffer`, as a statement has them that begins with them. */
const candidate = sql<{ phoneId: string }>`candidate`.as<"m">(sql`m`);

/**
 * Phones after a name whose running revisions are not the saved ones, in the order of their names.
 * @param areFew they are picked out; else one comes upon them on the way through the names of all
 */
export async function listDiffering(
  transaction: Transaction,
  { after, limit, areFew }: { after: string; limit: number; areFew: boolean },
): Promise<{ phoneId: string; key: string }[]> {
  const phones = selectConfigured(transaction)
    .select(["p.id as phoneId", "p.key"])
    .where("p.key", ">", after)
    .where(differs);
  const among = areFew ? phones.where(sql<SqlBool>`p."id" = ANY(ARRAY(${mayDiffer()}))`) : phones;
  return among.orderBy("p.key").limit(limit).execute();
}

/** What decides the plan of a phone that has none of its own, as lib/devices/plan-key.ts tells. */
const planColumns = sql`p."model", p."protocol", p."userLocaleId", p."networkLocaleId", p."layoutKey",
  s."softkeyTemplateId", s."softkeyTemplateRevision", s."phoneButtonTemplateId", s."phoneButtonTemplateRevision",
  s."commonDeviceConfigurationId", s."commonDeviceConfigurationRevision",
  k."id", k."version", b."id", b."version", c."id", c."version"`;

/** The ids of phones that may run something else than what is saved; at most so many. */
export async function listCandidates(transaction: Transaction, limit: number): Promise<string[]> {
  const rows = await readRows(transaction, sql<{ phoneId: string }>`${mayDiffer()} LIMIT ${limit}`);
  return rows.map(({ phoneId }) => phoneId);
}

/**
 * The same phones in groups that have the same plan, each with its first phone.
 * @param limit at most so many groups, the largest first
 * @param among all that may differ, where they are few: how many a join may find is in no statistics, and it would read every phone
 */
export async function groupDiffering(
  transaction: Transaction,
  { limit, among }: { limit: number; among: readonly string[] | null },
): Promise<{ groups: { phoneId: string; count: number }[]; total: number }> {
  const phones = among
    ? selectConfigured(transaction).where(sql<SqlBool>`p."id" = ANY(${[...among]}::text[])`)
    : selectConfigured(transaction).innerJoin(candidate, "m.phoneId", "p.id");
  const groups = phones
    .where(differs)
    .select([sql<string>`min(p."id")`.as("phoneId"), sql<number>`count(*)::int`.as("count")])
    .groupBy(sql`CASE WHEN ${hasOwnPlan} THEN p."id" END, ${planColumns}`);
  const candidates = among ? sql`` : sql`WITH candidate AS MATERIALIZED (${mayDiffer()})`;
  const rows = await readRows(
    transaction,
    sql<{ phoneId: string; count: number; total: number }>`
      ${candidates} SELECT *, (sum("count") OVER ())::int AS "total" FROM ${groups} g
      ORDER BY "count" DESC, "phoneId" LIMIT ${limit}`,
  );
  return { groups: rows, total: rows[0]?.total ?? 0 };
}

/** Phones in one phase with the same plan: what an action would do to the first of them, it would do to all. */
export interface PlanGroup {
  readonly phoneId: string;
  readonly count: number;
  /** That of the first, and some more. */
  readonly names: readonly string[];
  readonly phase: Device["phase"];
  /** Whether they talk: 1, or 0. */
  readonly calls: number;
}

/**
 * The plan groups of chosen phones.
 * @param withPlan what Apply Config would do; then those with a plan of their own are left out, see `listWithOwnPlan`
 */
export async function groupByPlan(
  transaction: Transaction,
  chosen: ChosenPhones,
  { withPlan, mostNames }: { withPlan: boolean; mostNames: number },
): Promise<PlanGroup[]> {
  const planned = selectConfigured(transaction)
    .innerJoin(candidate, "m.phoneId", "p.id")
    .select(["p.id", sql`CASE WHEN ${differs} THEN ROW(${planColumns})::text END`.as("plan")])
    .select(hasOwnPlan.as("isOwn"));
  const nothing = sql`(SELECT NULL::text AS "id", NULL::text AS "plan", FALSE AS "isOwn" WHERE FALSE)`;
  return readRows(
    transaction,
    sql<PlanGroup>`
      WITH candidate AS MATERIALIZED (${mayDiffer(chosen)}), planned AS MATERIALIZED ${withPlan ? planned : nothing}
      SELECT min(p."id") AS "phoneId", count(*)::int AS "count",
        to_jsonb((array_agg(p."name" ORDER BY p."id"))[1:${mostNames}::int]) AS "names",
        s."phase", (s."calls" > 0)::int AS "calls"
      FROM "Phone" p JOIN "DeviceState" s ON s."phoneId" = p."id" LEFT JOIN planned o ON o."id" = p."id"
      WHERE p."id" IN ${chosen} AND o."isOwn" IS NOT TRUE
      GROUP BY s."phase", s."calls" > 0, o."plan" ORDER BY "phoneId"`,
  );
}

/** The ids of chosen phones with a plan of their own. */
export async function listWithOwnPlan(transaction: Transaction, chosen: ChosenPhones): Promise<string[]> {
  const mayHaveOwn = sql<SqlBool>`p."id" IN (SELECT c."phoneId" FROM "UnappliedChange" c
    UNION SELECT s."phoneId" FROM "DeviceState" s WHERE s."deviceProfileId" IS NOT NULL OR s."loginProfileId" IS NOT NULL)`;
  const rows = await selectConfigured(transaction)
    .select("p.id")
    .where(sql<SqlBool>`p."id" IN ${chosen}`)
    .where(hasOwnPlan)
    .where(mayHaveOwn)
    .orderBy("p.id")
    .execute();
  return rows.map(({ id }) => id);
}
