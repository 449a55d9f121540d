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

/** Writes alarms to the event log, in the transaction of what raised them. */
export async function recordAlarms(
  transaction: Transaction,
  newId: () => string,
  alarms: readonly NewAlarm[],
): Promise<void> {
  // Those of one instant are told apart, and stay in their order, by their ids.
  const idOf = (position: number) => `${String(position).padStart(6, "0")}-${newId()}`;
  const rows = alarms.map(({ alarm: { name, severity, device, parameters }, at }, position) => ({
    ...{ id: idOf(position), at, name, severity, phone: device ?? "", parameters },
  }));
  await insertRows(transaction, "DeviceAlarm", rows);
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
