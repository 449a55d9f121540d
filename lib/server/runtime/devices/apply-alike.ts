import { type Device, type Instant, type RegistrationStatus, registrationOf } from "@/lib/devices/device";
import { alarmsOf, type DeviceAlarm } from "@/lib/devices/device-alarms";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { stepDevice } from "@/lib/devices/life-cycle";
import { actionId } from "@/lib/server/db/device/action-id";
import { recordAlarmsAlike } from "@/lib/server/db/device/alarm";
import type { AlikePhones, NamedPhones } from "@/lib/server/db/device/alike-phones";
import { saveEndingsAlike } from "@/lib/server/db/device/job-endings";
import { type SharedChange, saveAlike, sharedChange } from "@/lib/server/db/device/save-alike";
import type { EndingAlike } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";
import { outcomesOf } from "@/lib/server/runtime/devices/job-item-outcomes";

/** The same thing that happens to phones that are alike. */
export interface AlikeEvent {
  readonly phones: AlikePhones;
  /** The first of the phones, which stands for all. */
  readonly first: Device;
  readonly event: DeviceEvent;
  readonly at: Instant;
}

/** What it makes of every one of them; nothing here is a single phone's own. */
export interface AlikeOutcome {
  readonly at: Instant;
  readonly change: SharedChange;
  readonly alarms: readonly DeviceAlarm[];
  /** What they are registered as now; null: as before. */
  readonly registration: RegistrationStatus | null;
  /** How the items of the phones' actions go on; null: they do not, or the phones have none. */
  readonly ending: EndingAlike | null;
}

/** An instant before: it is each phone's own, and only whether there is one matters to the life cycle. */
const sometime = 0;

/**
 * What something makes of phones that are alike: the rules let the first of them step. When nothing limits registrations,
 * a phone that asks for a registration slot has it at once.
 * @returns null when what the first becomes is its own and cannot be given to the others
 */
export function outcomeAlike(
  { phones, first, event, at }: AlikeEvent,
  { isUnlimited }: { isUnlimited: boolean },
): AlikeOutcome | null {
  const before = { ...first, lastRegisteredAt: first.lastRegisteredAt === null ? null : sometime };
  const { device, effects, alarms } = steps(before, event, at, isUnlimited);
  // Where registrations are limited, each phone that goes away comes back at a time of its own.
  const mayShare = isUnlimited || device.phase === "registered";
  const change = sharedChange(before, device, { mayShare });
  const own = phones.jobId === null ? null : actionId(phones.jobId, phones.first.position ?? 0);
  const items = outcomesOf(effects);
  if (change === null || items.some(({ jobId, position }) => actionId(jobId, position) !== own)) return null;
  const now = registrationOf(device);
  const common = { at, change, alarms, registration: now === registrationOf(before) ? null : now };
  const [item] = items;
  if (!item) return { ...common, ending: null };
  const { state, outcome, problems, result } = item;
  return { ...common, ending: { state, outcome, problems, result } };
}

/** Stores in a few statements what `applyDeviceEvents` would store for each of the phones, which the transaction holds; viewers are told by the caller. */
export async function storeAlike(
  transaction: Transaction,
  newId: () => string,
  phones: AlikePhones,
  { at, change, alarms, ending }: AlikeOutcome,
): Promise<void> {
  const itemGroupId = ending
    ? await saveEndingsAlike(transaction, newId, phones, ending)
    : phones.itemGroupId;
  await saveAlike(transaction, newId, phones, itemGroupId, change);
  await recordAlarmsAlike(transaction, namesOf(phones), alarms, new Date(at));
}

/** The names of phones, or where they are. */
export function namesOf({ stored, itemGroupId }: AlikePhones): NamedPhones {
  if (stored.kind === "each") return stored.names;
  return itemGroupId === null ? [] : { itemGroupId };
}

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
