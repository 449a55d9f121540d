import { type Device, type Instant, type RegistrationStatus, registrationOf } from "@/lib/devices/device";
import { alarmsOf, type DeviceAlarm } from "@/lib/devices/device-alarms";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { stepDevice } from "@/lib/devices/life-cycle";
import { actionId } from "@/lib/server/db/device/action-id";
import { recordAlarmsOfMany } from "@/lib/server/db/device/alarm";
import { insertDueGroups } from "@/lib/server/db/device/due-group";
import { saveGroupEndings } from "@/lib/server/db/device/job-endings";
import type { PhoneGroup } from "@/lib/server/db/device/phone-group";
import { changeForAll, saveGroup } from "@/lib/server/db/device/save-group";
import type { NewRow } from "@/lib/server/db/insert-rows";
import type { GroupEnding } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";
import { outcomesOf } from "@/lib/server/runtime/devices/job-item-outcomes";

/** What happens to all phones of a group, and when. */
export interface GroupEvent {
  readonly event: DeviceEvent;
  readonly at: Instant;
}

/** What it makes of every one of them; nothing here is a single phone's own. */
export interface GroupOutcome {
  readonly at: Instant;
  /** The columns of the running state that change, with their values. */
  readonly change: NewRow;
  /** Their timer from now on; null: none, or the same as before. */
  readonly timer: Device["timer"];
  /** Where registrations are limited, each phone that goes away comes back at a time of its own. */
  readonly areApart: boolean;
  readonly alarms: readonly DeviceAlarm[];
  /** What they are registered as now; null: as before. */
  readonly registration: RegistrationStatus | null;
  /** How the items of the phones' actions go on; null: they do not, or the phones have none. */
  readonly ending: GroupEnding | null;
}

/** An instant before: it is each phone's own, and only whether there is one matters to the life cycle. */
const sometime = 0;

/**
 * What something makes of the phones of a group: the rules let the first of them step. When nothing limits registrations,
 * a phone that asks for a registration slot has it at once.
 * @returns null when what the first becomes is its own and cannot be given to the others
 */
export function outcomeOf(
  { jobId, phones }: PhoneGroup,
  first: Device,
  { event, at }: GroupEvent,
  { isUnlimited }: { readonly isUnlimited: boolean },
): GroupOutcome | null {
  const before = { ...first, lastRegisteredAt: first.lastRegisteredAt === null ? null : sometime };
  const { device, effects, alarms } = steps(before, event, at, isUnlimited);
  const change = changeForAll(before, device);
  const own = jobId === null ? null : actionId(jobId, phones[0]?.position ?? 0);
  const items = outcomesOf(effects);
  if (change === null || items.some((item) => actionId(item.jobId, item.position) !== own)) return null;
  const now = registrationOf(device);
  const [item] = items;
  return {
    ...{ at, change, alarms },
    timer: "dueAt" in change ? device.timer : null,
    areApart: !isUnlimited && device.phase !== "registered",
    registration: now === registrationOf(before) ? null : now,
    ending: item
      ? { state: item.state, outcome: item.outcome, problems: item.problems, result: item.result }
      : null,
  };
}

/**
 * Stores in a few statements what `applyDeviceEvents` would store for each of the phones, which the transaction holds. What is
 * published is left to the caller.
 */
export async function storeGroup(
  transaction: Transaction,
  newId: () => string,
  group: PhoneGroup,
  { at, change, timer, areApart, alarms, ending }: GroupOutcome,
): Promise<void> {
  const itemGroupId = ending
    ? await saveGroupEndings(transaction, newId, group, ending, { areApart })
    : group.itemGroupId;
  await saveGroup(transaction, group, change);
  if (timer) await insertDueGroups(transaction, [{ timer, phoneIds: idsOf(group), itemGroupId }]);
  await recordAlarmsOfMany(transaction, namesOf(group).toSorted(), alarms, new Date(at));
}

export const idsOf = ({ phones }: PhoneGroup): string[] => phones.map(({ id }) => id);
export const namesOf = ({ phones }: PhoneGroup): string[] => phones.map(({ name }) => name);

function steps(before: Device, event: DeviceEvent, at: Instant, isUnlimited: boolean) {
  const effects: { before: Device; effect: DeviceEffect }[] = [];
  const alarms: DeviceAlarm[] = [];
  let device: Device = before;
  const take = (next: DeviceEvent) => {
    const step = stepDevice(device, next, at);
    for (const effect of step.effects) effects.push({ before: device, effect });
    alarms.push(...alarmsOf("", next, step.effects));
    device = step.device;
  };
  take(event);
  if (isUnlimited && device.phase === "waiting" && device.queuedAt === at)
    take({ kind: "registrationGranted" });
  return { device, effects, alarms };
}
