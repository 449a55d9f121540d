import { sameContent } from "@/lib/configuration/content-patch";
import type { Device, Instant } from "@/lib/devices/device";
import type { DeviceEvent } from "@/lib/devices/device-event";
import type { AlikePhones } from "@/lib/server/db/device/alike-phones";
import { countCancelled } from "@/lib/server/db/device/job-endings";
import { isAnyWatched, saveRunningLinesAlike } from "@/lib/server/db/device/line-facts";
import { findDevices, type StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { lookChanges } from "@/lib/server/runtime/calls/change-events";
import { placesOn } from "@/lib/server/runtime/calls/lines-on-buttons";
import { type NotifiedRegistrations, notifyRegistrations } from "@/lib/server/runtime/calls/notify-engine";
import {
  mayHaveOtherLines,
  numbersOn,
  RunningConfigurationCache,
} from "@/lib/server/runtime/calls/running-configuration-cache";
import {
  type AlikeOutcome,
  namesOf,
  outcomeAlike,
  storeAlike,
} from "@/lib/server/runtime/devices/apply-alike";

/** What happens to the phones of one group, and when; undefined leaves the group to be done one by one. */
export interface GroupEvent {
  readonly event: DeviceEvent;
  readonly at: Instant;
}

/** Phones to which it happened in the same way, of one group or several. */
export interface GroupDone {
  readonly phones: AlikePhones;
  readonly outcome: AlikeOutcome;
  /** Of the lines that they have on buttons from now on; null: the same as before. */
  readonly places: readonly number[] | null;
}

interface GroupOptions {
  readonly newId: () => string;
  /** Nothing limits registrations. */
  readonly isUnlimited: boolean;
  /** What happens to the first phone of each group, by its id. */
  readonly eventsOf: (
    firsts: readonly StoredDevice[],
    groups: readonly AlikePhones[],
  ) => Promise<ReadonlyMap<string, GroupEvent>>;
}

/**
 * Lets something happen to groups of phones that the transaction holds; the rules are asked once a group, and groups of
 * which the same becomes are stored together.
 */
export async function applyToGroups(
  transaction: Transaction,
  groups: readonly AlikePhones[],
  { newId, isUnlimited, eventsOf }: GroupOptions,
): Promise<GroupDone[]> {
  if (groups.length === 0) return [];
  const firsts = await findDevices(
    transaction,
    groups.map(({ first }) => first.phoneId),
  );
  const devices = new Map(firsts.map(({ phoneId, device }) => [phoneId, device]));
  const events = await eventsOf(firsts, groups);
  const moving = await movingLines(transaction, firsts, events);
  const done = new Map<string, GroupDone>();
  for (const phones of groups) {
    const { phoneId } = phones.first;
    const [first, groupEvent] = [devices.get(phoneId), events.get(phoneId)];
    if (!first || !groupEvent || !isOfGroup(first, groupEvent.event)) continue;
    const outcome = outcomeAlike({ phones, first, ...groupEvent }, { isUnlimited });
    if (!outcome) continue;
    const places = (runsSomethingElse(outcome) && moving.get(phoneId)) || null;
    // Whom the engine has to tell of a phone that comes to the line is a matter of each.
    if (places && (await isAnyWatched(transaction, phones, places))) continue;
    const key = JSON.stringify([doneKey(phones, outcome), places]);
    const others = done.get(key)?.phones;
    done.set(key, { phones: others ? joined(others, phones) : phones, outcome, places });
  }
  for (const { phones, outcome, places } of done.values()) {
    if (places) await saveRunningLinesAlike(transaction, phones, places);
    await storeAlike(transaction, newId, phones, outcome);
  }
  const jobIds = new Set(
    [...done.values()].flatMap(({ phones, outcome }) => (outcome.ending ? [phones.jobId] : [])),
  );
  await countCancelled(
    transaction,
    [...jobIds].filter((jobId) => jobId !== null),
  );
  await notifyRegistrations(
    transaction,
    registrationsOf([...done.values()]),
    [...done.values()].filter(takesOver).flatMap(({ phones }) => lookChanges(namesOf(phones))),
  );
  return [...done.values()];
}

const runningColumns: ReadonlySet<string> = new Set([
  ...["softkeyTemplateId", "softkeyTemplateRevision", "phoneButtonTemplateId", "phoneButtonTemplateRevision"],
  ...["commonDeviceConfigurationId", "commonDeviceConfigurationRevision"],
]);

function runsSomethingElse({ change }: AlikeOutcome): boolean {
  return Object.keys(change.columns).some((column) => runningColumns.has(column));
}

/** They have taken something over on the fly, which they may show. */
function takesOver({ outcome }: GroupDone): boolean {
  return outcome.registration === null && runsSomethingElse(outcome);
}

/**
 * The first phones that have other lines on buttons once they run what the event brings, by their ids, with the places of these
 * lines: phones that are alike have the same ones, each with numbers of its own.
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
  const were = await runningConfigurations.of(
    transaction,
    pairs.map(({ before }) => before),
  );
  const are = await runningConfigurations.of(
    transaction,
    pairs.map(({ after }) => after),
  );
  return new Map(
    pairs.flatMap(({ phoneId, after }) => {
      const [was, is] = [were.get(phoneId), are.get(phoneId)];
      return sameContent(numbersOn(was), numbersOn(is)) ? [] : [[phoneId, placesOn(after, is)] as const];
    }),
  );
}

function registrationsOf(done: readonly GroupDone[]): NotifiedRegistrations {
  return {
    at: Math.max(...done.map(({ outcome }) => outcome.at)),
    registrations: done.flatMap(({ phones, outcome: { registration } }) =>
      registration === null ? [] : [{ registration, phones: namesOf(phones) }],
    ),
  };
}

/** Groups with the same key are stored together. */
function doneKey({ jobId, itemGroupId, stored }: AlikePhones, { change, ...outcome }: AlikeOutcome): string {
  if (stored.kind === "together") return JSON.stringify(stored);
  const { likeness } = stored;
  const shared = itemGroupId !== null && likeness !== null && change.state ? [change.state, likeness] : null;
  return JSON.stringify([jobId, outcome, change.columns, shared]);
}

function joined(some: AlikePhones, others: AlikePhones): AlikePhones {
  if (some.stored.kind === "together" || others.stored.kind === "together") return some;
  return {
    ...some,
    count: some.count + others.count,
    stored: {
      ...some.stored,
      names: [...some.stored.names, ...others.stored.names],
      phoneIds: [...some.stored.phoneIds, ...others.stored.phoneIds],
      positions: [...some.stored.positions, ...others.stored.positions],
    },
  };
}

/** False when something of its own was changed of the first phone since the group was found: it stands for itself alone. */
function isOfGroup({ running }: Device, event: DeviceEvent): boolean {
  if (!("snapshot" in event)) return true;
  const { phone, directoryNumbers } = event.snapshot;
  return phone.number === running?.phone.number && sameContent(directoryNumbers, running.directoryNumbers);
}
