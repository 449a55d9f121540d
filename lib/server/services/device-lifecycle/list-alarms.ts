import type { AlarmDto } from "@/lib/contract/device";
import type { ListQuery } from "@/lib/contract/list";
import { deviceAlarms } from "@/lib/devices/device-alarms";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listDeviceAlarms, type StoredAlarm } from "@/lib/server/db/device/alarm";

/**
 * One page of the event log of devices.
 * @throws Refusal forbidden, validationFailed
 */
export async function listAlarms(context: ServiceContext, query: ListQuery) {
  requirePermission(context, "phone", "read");
  const page = await listDeviceAlarms(context.database.prisma, query);
  return { ...page, items: page.items.map(toAlarmDto) };
}

function toAlarmDto({ id, at, name, severity, phone, parameters }: StoredAlarm): AlarmDto {
  return {
    id,
    at: at.toISOString(),
    name,
    facility: deviceAlarms[name].facility,
    severity,
    phone: phone === "" ? null : phone,
    parameters: { ...parameters },
  };
}
