import type { alarmListFields } from "@/lib/contract/device";
import type { ListQuery } from "@/lib/contract/list";
import type { AlarmName, DeviceAlarm } from "@/lib/devices/device-alarms";
import type { SqlField } from "@/lib/server/db/configuration/sql-conditions";
import { plainColumn } from "@/lib/server/db/configuration/sql-fields";
import { planSqlList, type SqlListPlan } from "@/lib/server/db/configuration/sql-list";
import { Prisma } from "@/lib/server/db/generated/client";
import { insertRows } from "@/lib/server/db/insert-rows";
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

const listFields: Readonly<Record<(typeof alarmListFields)[number], SqlField>> = {
  at: { kind: "date", expression: Prisma.sql`t."at"` },
  name: plainColumn("name"),
  severity: plainColumn("severity"),
  phone: plainColumn("phone"),
};

/** An entry for each phone of the rows `g`. */
const eachOf = (groups: Prisma.Sql) => Prisma.sql`
  SELECT g."id" || lpad(m."place"::text, ${idDigits}::int, '0') AS "id", g."at", g."name", g."severity", m."phone", g."parameters"
  FROM ${groups} g CROSS JOIN LATERAL unnest(g."phones") WITH ORDINALITY AS m("phone", "place")`;

/** The groups that have an entry of the page, as many as it can need when it is sorted by time; else all. */
function groupsOfPage({ sort }: ListQuery, plan: SqlListPlan): Prisma.Sql {
  if (sort.replace("-", "") !== "at") return Prisma.sql`"DeviceAlarmGroup"`;
  const { filter, page, direction, limit } = plan;
  return Prisma.sql`(
    SELECT * FROM "DeviceAlarmGroup" one
    WHERE EXISTS (SELECT 1 FROM (${eachOf(Prisma.sql`(SELECT one.*)`)}) t WHERE (${filter}) AND ${page})
    ORDER BY one."at" ${direction}, one."id" ${direction} LIMIT ${limit + 1})`;
}

/** One page of the event log. */
export async function listDeviceAlarms(
  transaction: Transaction,
  query: ListQuery,
): Promise<{ items: StoredAlarm[]; nextCursor: string | null; total: number }> {
  const plan = planSqlList(query, listFields);
  const { filter, page, sortValue, direction, limit } = plan;
  const pageOf = (entries: Prisma.Sql) => Prisma.sql`(
    SELECT t."id", t."at", t."name", t."severity", t."phone", t."parameters", ${sortValue} AS "sortValue" FROM ${entries} t
    WHERE (${filter}) AND ${page} ORDER BY "sortValue" ${direction}, t."id" ${direction} LIMIT ${limit + 1})`;
  const rows = await transaction.$queryRaw<(StoredAlarm & { sortValue: unknown })[]>`
    ${pageOf(Prisma.sql`"DeviceAlarm"`)} UNION ALL ${pageOf(Prisma.sql`(${eachOf(groupsOfPage(query, plan))})`)}
    ORDER BY "sortValue" ${direction}, "id" ${direction} LIMIT ${limit + 1}`;
  const inGroups =
    query.where.length === 0
      ? Prisma.sql`SELECT coalesce(sum(cardinality("phones")), 0) FROM "DeviceAlarmGroup"`
      : Prisma.sql`SELECT count(*) FROM (${eachOf(Prisma.sql`"DeviceAlarmGroup"`)}) t WHERE ${filter}`;
  const [counted] = await transaction.$queryRaw<{ total: number }[]>`
    SELECT ((SELECT count(*) FROM "DeviceAlarm" t WHERE ${filter}) + (${inGroups}))::int AS "total"`;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ sortValue: _, ...alarm }) => alarm),
    nextCursor: rows.length > limit && last ? plan.cursorAfter(last.sortValue, last.id) : null,
    total: counted?.total ?? 0,
  };
}

/** Deletes alarms that were raised before a time. */
export async function deleteAlarmsBefore(transaction: Transaction, time: Date): Promise<void> {
  await transaction.deviceAlarm.deleteMany({ where: { at: { lt: time } } });
  await transaction.deviceAlarmGroup.deleteMany({ where: { at: { lt: time } } });
}
