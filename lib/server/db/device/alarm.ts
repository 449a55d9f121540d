import type { alarmListFields } from "@/lib/contract/device";
import type { ListQuery } from "@/lib/contract/list";
import type { AlarmName, DeviceAlarm } from "@/lib/devices/device-alarms";
import { insertRows } from "@/lib/server/db/insert-rows";
import { type ListFields, planList } from "@/lib/server/db/list";
import type { Transaction } from "@/lib/server/db/transaction";

/** An alarm and when it was raised. */
export interface NewAlarm {
  readonly alarm: DeviceAlarm;
  readonly at: Date;
}

/**
 * Tells alarms of one instant apart and keeps them in their order, also where they are sorted by something else than time.
 * It is short, for it is stored twice for each of hundreds of thousands: of the batch's id as much as nobody else has in
 * the same millisecond.
 */
const idPrefix = (at: Date, batch: string) =>
  `${at.getTime().toString(36).padStart(9, "0")}${batch.replaceAll("-", "").slice(0, batchDigits)}`;
const batchDigits = 12;
const idDigits = 6;

/** Writes alarms to the event log, in the transaction of what raised them. */
export async function recordAlarms(
  transaction: Transaction,
  newId: () => string,
  alarms: readonly NewAlarm[],
): Promise<void> {
  const batch = newId();
  const rows = alarms.map(({ alarm: { name, severity, device, parameters }, at }, position) => ({
    id: `${idPrefix(at, batch)}${String(position).padStart(idDigits, "0")}`,
    ...{ at, name, severity, phone: device ?? "", parameters },
  }));
  await insertRows(transaction, "DeviceAlarm", rows);
}

/** Writes the same alarms for each of some phones, all of one instant. */
export async function recordAlarmsAlike(
  transaction: Transaction,
  newId: () => string,
  phones: readonly string[],
  alarms: readonly DeviceAlarm[],
  at: Date,
): Promise<void> {
  if (alarms.length === 0) return;
  const rows = alarms.map(({ name, severity, parameters }, order) => ({ order, name, severity, parameters }));
  await transaction.$executeRaw`
    INSERT INTO "DeviceAlarm" ("id", "at", "name", "severity", "phone", "parameters")
    SELECT ${idPrefix(at, newId())}::text || lpad(((p."place" - 1) * ${rows.length}::int + a."order")::text, ${idDigits}::int, '0'),
      ${at.toISOString().replace("Z", "")}::timestamp(3), a."name", a."severity", p."name", a."parameters"
    FROM unnest(${[...phones]}::text[]) WITH ORDINALITY p("name", "place"),
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) a("order" int, "name" text, "severity" text, "parameters" jsonb)
    ORDER BY p."place", a."order"`;
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

const listFields: ListFields<(typeof alarmListFields)[number]> = {
  at: { kind: "date", column: "at" },
  name: { kind: "text", column: "name" },
  severity: { kind: "text", column: "severity" },
  phone: { kind: "text", column: "phone" },
};

/** One page of the event log. */
export async function listDeviceAlarms(
  transaction: Transaction,
  query: ListQuery,
): Promise<{ items: StoredAlarm[]; nextCursor: string | null; total: number }> {
  const plan = planList(query, listFields);
  const rows = await transaction.deviceAlarm.findMany({
    where: { AND: [plan.filter, plan.page] },
    orderBy: plan.orderBy,
    take: plan.take + 1,
  });
  const total = await transaction.deviceAlarm.count({ where: plan.filter });
  const items = rows.slice(0, plan.take);
  const last = items.at(-1);
  return {
    items: items as unknown as StoredAlarm[],
    nextCursor: rows.length > plan.take && last ? plan.cursorAfter(last) : null,
    total,
  };
}

/** Deletes alarms that were raised before a time. */
export async function deleteAlarmsBefore(transaction: Transaction, time: Date): Promise<void> {
  await transaction.deviceAlarm.deleteMany({ where: { at: { lt: time } } });
}
