import type { Device, DeviceTimer, Instant } from "@/lib/devices/device";
import { alarmsOf, type VersionStamps } from "@/lib/devices/device-alarms";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { stepDevice } from "@/lib/devices/life-cycle";
import { type NewAlarm, recordAlarms } from "@/lib/server/db/device/alarm";
import { type DueGroup, insertDueGroups } from "@/lib/server/db/device/due-group";
import { countCancelled, saveEndings } from "@/lib/server/db/device/job-endings";
import { type StoredDevice, saveDevices } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { prepareNotice } from "@/lib/server/runtime/calls/notify-engine";
import { type JobItemOutcome, outcomesOf } from "@/lib/server/runtime/devices/job-item-outcomes";

/** Something that happens to a phone which the transaction holds. */
export interface PhoneEvent {
  readonly stored: StoredDevice;
  readonly event: DeviceEvent;
  readonly at: Instant;
  /** For the alarm about a phone that is rejected. */
  readonly stamps?: VersionStamps | undefined;
}

/** What became of the phones, and of the items of jobs whose actions went on. */
export interface AppliedEvents {
  readonly devices: ReadonlyMap<string, Device>;
  readonly items: readonly JobItemOutcome[];
}

/**
 * Lets one thing happen to each of some phones: what they become, the alarms, and the items of jobs are stored together,
 * in the transaction that holds the phones. Each phone is given once.
 */
export async function applyDeviceEvents(
  transaction: Transaction,
  newId: () => string,
  phoneEvents: readonly PhoneEvent[],
): Promise<AppliedEvents> {
  const alarms: NewAlarm[] = [];
  const effects: { before: Device; effect: DeviceEffect }[] = [];
  const steps = phoneEvents.map(({ stored, event, at, stamps }) => {
    const step = stepDevice(stored.device, event, at);
    for (const alarm of alarmsOf(stored.name, event, step.effects, stamps))
      alarms.push({ alarm, at: new Date(at) });
    for (const effect of step.effects) effects.push({ before: stored.device, effect });
    return { stored, device: step.device, at, isRenamed: event.kind === "renamed" };
  });
  const notifyEngine = await prepareNotice(transaction, newId, steps);
  await saveDevices(
    transaction,
    steps
      .filter(({ stored, device }) => device !== stored.device && device.phase !== "removed")
      .map(({ stored: { phoneId }, device }) => ({ phoneId, device })),
  );
  await insertDueGroups(transaction, newTimers(steps));
  await recordAlarms(transaction, alarms);
  const items = outcomesOf(effects);
  await saveEndings(transaction, items);
  await countCancelled(transaction, [...new Set(items.map(({ jobId }) => jobId))]);
  await notifyEngine();
  return { devices: new Map(steps.map(({ stored, device }) => [stored.phoneId, device])), items };
}

/** The timers that phones have got, those of one instant together. */
function newTimers(steps: readonly { readonly stored: StoredDevice; readonly device: Device }[]): DueGroup[] {
  const groups = new Map<string, { timer: DeviceTimer; phoneIds: string[]; itemGroupId: null }>();
  for (const { stored, device } of steps) {
    const { timer } = device;
    if (!timer || timer === stored.device.timer) continue;
    const key = `${timer.kind} ${timer.dueAt}`;
    const group = groups.get(key) ?? { timer, phoneIds: [], itemGroupId: null };
    group.phoneIds.push(stored.phoneId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
