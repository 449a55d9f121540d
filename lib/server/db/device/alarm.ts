import { type Expression, sql } from "kysely";
import type { alarmListFields } from "@/lib/contract/device";
import type { ListQuery } from "@/lib/contract/list";
import type { AlarmName, DeviceAlarm } from "@/lib/devices/device-alarms";
import { insertRows } from "@/lib/server/db/insert-rows";
import { sqlIn } from "@/lib/server/db/kysely";
import type { ListFields } from "@/lib/server/db/list/conditions";
import { instant, plainText, rowOf } from "@/lib/server/db/list/list-fields";
import { type ListPlan, planList } from "@/lib/server/db/list/plan-list";
import { cutPage, type Page, selectPage } from "@/lib/server/db/list/read-page";
import type { Transaction } from "@/lib/server/db/transaction";

/** An alarm and when it was raised. */
export interface NewAlarm {
  readonly alarm: DeviceAlarm;
  readonly at: Date;
}

/**
 * Tells alarms of one instant apart and keeps them in their order, also where they are sorted by something else than time,
 * and those of one batch before those of the next. It is short, for it is stored twice for each of hundreds of thousands.
 */
const idPrefix = (at: Date, batch: string) => `${at.getTime().toString(36).padStart(9, "0")}${batch}`;
const batchDigits = 12;
const idDigits = 6;
/** Of alarms that are one row for many phones, before the place of the phone in that row. */
const orderDigits = 2;

async function nextBatch(transaction: Transaction): Promise<string> {
  const [row] = await transaction.$queryRaw<
    { number: bigint }[]
  >`SELECT nextval('"DeviceAlarmBatch"') AS "number"`;
  if (!row) throw new Error("a sequence answers one row");
  return row.number.toString(36).padStart(batchDigits, "0");
}

/** Writes alarms to the event log, in the transaction of what raised them. */
export async function recordAlarms(transaction: Transaction, alarms: readonly NewAlarm[]): Promise<void> {
  if (alarms.length === 0) return;
  const batch = await nextBatch(transaction);
  const rows = alarms.map(({ alarm: { name, severity, device, parameters }, at }, position) => ({
    id: `${idPrefix(at, batch)}${String(position).padStart(idDigits, "0")}`,
    ...{ at, name, severity, phone: device ?? "", parameters },
  }));
  await insertRows(transaction, "DeviceAlarm", rows);
}

/** Writes the same alarms, of one instant, for each of the phones with some names. */
export async function recordAlarmsOfMany(
  transaction: Transaction,
  phones: readonly string[],
  alarms: readonly DeviceAlarm[],
  at: Date,
): Promise<void> {
  if (alarms.length === 0) return;
  const prefix = idPrefix(at, await nextBatch(transaction));
  const rows = alarms.map(({ name, severity, parameters }, order) => ({
    id: `${prefix}${String(order).padStart(orderDigits, "0")}`,
    ...{ at, name, severity, phones, parameters },
  }));
  await insertRows(transaction, "DeviceAlarmGroup", rows);
}

/** An entry of the event log. */
export interface StoredAlarm {
  id: string;
  at: Date;
  name: AlarmName;
  severity: DeviceAlarm["severity"];
  phone: string;
  parameters: DeviceAlarm["parameters"];
}

const columns = ["id", "at", "name", "severity", "phone", "parameters"] as const;
const alarm = rowOf<"DeviceAlarm">();
const listFields: ListFields<(typeof alarmListFields)[number]> = {
  at: instant(alarm.ref("t.at")),
  name: plainText(alarm.ref("t.name")),
  severity: plainText(alarm.ref("t.severity")),
  phone: plainText(alarm.ref("t.phone")),
};

/** An entry for each phone of the rows `g`. */
const eachOf = (groups: Expression<unknown>) => sql<StoredAlarm>`(
  SELECT g."id" || lpad(m."place"::text, ${idDigits}::int, '0') AS "id", g."at", g."name", g."severity", m."phone", g."parameters"
  FROM ${groups} g CROSS JOIN LATERAL unnest(g."phones") WITH ORDINALITY AS m("phone", "place"))`;
const allGroups = sql.table("DeviceAlarmGroup");

/** The groups that have an entry of the page, as many as it can need when it is sorted by time; else all. */
function groupsOfPage({ sort }: ListQuery, plan: ListPlan): Expression<unknown> {
  if (sort.replace("-", "") !== "at") return allGroups;
  const { filter, page, limit } = plan;
  const direction = sql.raw(plan.direction);
  return sql`(
    SELECT * FROM "DeviceAlarmGroup" one
    WHERE EXISTS (SELECT 1 FROM ${eachOf(sql`(SELECT one.*)`)} t WHERE ${filter} AND ${page})
    ORDER BY one."at" ${direction}, one."id" ${direction} LIMIT ${limit + 1})`;
}

/** One page of the event log. */
export async function listDeviceAlarms(
  transaction: Transaction,
  query: ListQuery,
): Promise<Page<StoredAlarm>> {
  const plan = planList(query, listFields);
  const { filter, limit, direction } = plan;
  const composed = sqlIn(transaction);
  const pageOf = (entries: Expression<unknown>) =>
    selectPage(composed.selectFrom(sql<StoredAlarm>`${entries}`.as("t")).select(columns), plan, limit + 1);
  const found = await composed
    .selectFrom(pageOf(sql`"DeviceAlarm"`).as("one"))
    .selectAll()
    .unionAll(composed.selectFrom(pageOf(eachOf(groupsOfPage(query, plan))).as("many")).selectAll())
    .orderBy("sortValue", direction)
    .orderBy("id", direction)
    .limit(limit + 1)
    .execute();
  const inGroups =
    query.where.length === 0
      ? sql`SELECT coalesce(sum(cardinality("phones")), 0) FROM "DeviceAlarmGroup"`
      : sql`SELECT count(*) FROM ${eachOf(allGroups)} t WHERE ${filter}`;
  const { total } = await composed
    .selectNoFrom(
      sql<number>`((SELECT count(*) FROM "DeviceAlarm" t WHERE ${filter}) + (${inGroups}))::int`.as("total"),
    )
    .executeTakeFirstOrThrow();
  const { items, nextCursor } = cutPage(found, plan);
  return {
    items: items.map(({ sortValue: _, tieBreaker: __, ...entry }) => entry),
    nextCursor,
    total,
  };
}

/** Deletes alarms that were raised before a time. */
export async function deleteAlarmsBefore(transaction: Transaction, time: Date): Promise<void> {
  await transaction.deviceAlarm.deleteMany({ where: { at: { lt: time } } });
  await transaction.deviceAlarmGroup.deleteMany({ where: { at: { lt: time } } });
}
