import { sameContent } from "@/lib/configuration/content-patch";
import type { Device } from "@/lib/devices/device";
import type { DeviceEvent } from "@/lib/devices/device-event";
import { countCancelled } from "@/lib/server/db/device/job-endings";
import { isAnyWatched, saveRunningLinesOfMany } from "@/lib/server/db/device/line-facts";
import type { PhoneGroup } from "@/lib/server/db/device/phone-group";
import { findDevices, type StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { lookChanges } from "@/lib/server/runtime/calls/change-events";
import { placesOn } from "@/lib/server/runtime/calls/lines-on-buttons";
import { notifyRegistrations } from "@/lib/server/runtime/calls/notify-engine";
import {
  mayHaveOtherLines,
  numbersOn,
  RunningConfigurationCache,
} from "@/lib/server/runtime/calls/running-configuration-cache";
import {
  type GroupEvent,
  type GroupOutcome,
  idsOf,
  namesOf,
  outcomeOf,
  storeGroup,
} from "@/lib/server/runtime/devices/group-outcome";

/** Phones to which it happened in the same way, of one group or several. */
export interface GroupDone {
  readonly group: PhoneGroup;
  readonly outcome: GroupOutcome;
  /** Of the lines that they have on buttons from now on; null: the same as before. */
  readonly places: readonly number[] | null;
}

/** What happens to the first phone of each group, by its id; a group that is left out is done one by one. */
export type EventsOf = (firsts: readonly StoredDevice[]) => Promise<ReadonlyMap<string, GroupEvent>>;

interface GroupOptions {
  readonly newId: () => string;
  /** Nothing limits registrations. */
  readonly isUnlimited: boolean;
  readonly eventsOf: EventsOf;
}

/**
 * Lets something happen to groups of phones that the transaction holds; the rules are asked once a group, and groups of
 * which the same becomes are stored together.
 */
export async function applyToGroups(
  transaction: Transaction,
  groups: readonly PhoneGroup[],
  { newId, isUnlimited, eventsOf }: GroupOptions,
): Promise<GroupDone[]> {
  if (groups.length === 0) return [];
  const firsts = await findDevices(
    transaction,
    groups.flatMap(({ phones }) => phones[0]?.id ?? []),
  );
  const devices = new Map(firsts.map(({ phoneId, device }) => [phoneId, device]));
  const events = await eventsOf(firsts);
  const moving = await movingLines(transaction, firsts, events);
  const done = new Map<string, GroupDone>();
  for (const group of groups) {
    const phoneId = group.phones[0]?.id ?? "";
    const [first, groupEvent] = [devices.get(phoneId), events.get(phoneId)];
    if (!first || !groupEvent || !isOfGroup(first, groupEvent.event)) continue;
    const outcome = outcomeOf(group, first, groupEvent, { isUnlimited });
    if (!outcome) continue;
    const places = (runsSomethingElse(outcome) && moving.get(phoneId)) || null;
    // Whom the engine has to tell of a phone that comes to the line is a matter of each.
    if (places && (await isAnyWatched(transaction, idsOf(group), places))) continue;
    const key = JSON.stringify([group.itemGroupId, group.jobId, outcome, places]);
    const phones = [...(done.get(key)?.group.phones ?? []), ...group.phones];
    done.set(key, { group: { ...group, phones }, outcome, places });
  }
  // In the order in which `splitItems` holds groups of items, so that two who need the same do not wait for each other for ever.
  const all = [...done.keys()].toSorted().flatMap((key) => done.get(key) ?? []);
  for (const { group, outcome, places } of all) {
    if (places) await saveRunningLinesOfMany(transaction, idsOf(group), places);
    await storeGroup(transaction, newId, group, outcome);
  }
  const jobIds = all.flatMap(({ group, outcome }) => (outcome.ending && group.jobId) || []);
  await countCancelled(transaction, [...new Set(jobIds)]);
  const at = Math.max(...all.map(({ outcome }) => outcome.at));
  const registrations = all.flatMap(({ group, outcome: { registration } }) =>
    registration === null ? [] : [{ registration, phones: namesOf(group) }],
  );
  // Those that have taken something over on the fly may show it.
  const others = all.filter(({ outcome }) => outcome.registration === null && runsSomethingElse(outcome));
  const changes = lookChanges(others.flatMap(({ group }) => namesOf(group)));
  await notifyRegistrations(transaction, { at, registrations }, changes);
  return all;
}

const runningColumn = /(Template|Configuration)(Id|Revision)$/;

function runsSomethingElse({ change }: GroupOutcome): boolean {
  return Object.keys(change).some((column) => runningColumn.test(column));
}

/**
 * The first phones that have other lines on buttons once they run what the event brings, by their ids, with the places of these
 * lines: phones of a group have the same ones, each with numbers of its own.
 */
async function movingLines(
  transaction: Transaction,
  firsts: readonly StoredDevice[],
  events: ReadonlyMap<string, GroupEvent>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const pairs = firsts.flatMap(({ phoneId, device: { running: before } }) => {
    const event = events.get(phoneId)?.event;
    const after = event && "snapshot" in event ? event.snapshot : before;
    return before && after && mayHaveOtherLines(before, after) ? [{ phoneId, before, after }] : [];
  });
  const runningConfigurations = new RunningConfigurationCache();
  const runningOf = (when: "before" | "after") =>
    runningConfigurations.of(
      transaction,
      pairs.map((pair) => pair[when]),
    );
  const [were, are] = [await runningOf("before"), await runningOf("after")];
  return new Map(
    pairs.flatMap(({ phoneId, after }) => {
      const [was, is] = [were.get(phoneId), are.get(phoneId)];
      return sameContent(numbersOn(was), numbersOn(is)) ? [] : [[phoneId, placesOn(after, is)] as const];
    }),
  );
}

/** False when something of its own was changed of the first phone since the group was found: it stands for itself alone. */
function isOfGroup({ running }: Device, event: DeviceEvent): boolean {
  if (!("snapshot" in event)) return true;
  const { phone, directoryNumbers } = event.snapshot;
  return phone.number === running?.phone.number && sameContent(directoryNumbers, running.directoryNumbers);
}
