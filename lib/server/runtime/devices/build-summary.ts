import { buildAlarm } from "@/lib/devices/device-alarms";
import type { ServiceContext } from "@/lib/server/context";
import { recordAlarms } from "@/lib/server/db/device/alarm";
import type { Transaction } from "@/lib/server/db/transaction";

/** What Apply Config has built so far: the files of so many devices, and the softkey files of these templates, by id. */
export interface BuildSummary {
  readonly devices: number;
  readonly softkeyTemplates: readonly string[];
}

export const emptyBuildSummary: BuildSummary = { devices: 0, softkeyTemplates: [] };

/** Both together; a softkey file is built once for all devices. */
export function mergeBuildSummaries(one: BuildSummary, other: BuildSummary): BuildSummary {
  return {
    devices: one.devices + other.devices,
    softkeyTemplates: [...new Set([...one.softkeyTemplates, ...other.softkeyTemplates])],
  };
}

/** Raises the alarm about everything that a job has built; none when that is nothing. */
export async function raiseBuildAlarm(
  transaction: Transaction,
  { now }: ServiceContext,
  { devices, softkeyTemplates }: BuildSummary,
): Promise<void> {
  if (devices === 0) return;
  const alarm = buildAlarm(devices, softkeyTemplates.length);
  await recordAlarms(transaction, [{ alarm, at: now() }]);
}
