import { sameContent } from "@/lib/configuration/content-patch";
import type { Instant } from "@/lib/devices/device";
import type { DeviceEvent } from "@/lib/devices/device-event";
import type { AlikePhones } from "@/lib/server/db/device/alike";
import { countCancelled } from "@/lib/server/db/device/job-endings";
import { findDevices, type StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { type ToldRegistrations, tellRegistrations } from "@/lib/server/runtime/calls/tell-calls";
import { type AlikeOutcome, outcomeAlike, storeAlike } from "@/lib/server/runtime/devices/happen-alike";

/** What happens to the phones of one group, and when; undefined leaves the group to be done one by one. */
export interface GroupEvent {
  readonly event: DeviceEvent;
  readonly at: Instant;
}

/** Phones to which it happened in the same way, of one group or several. */
export interface GroupDone {
  readonly phones: AlikePhones;
  readonly outcome: AlikeOutcome;
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
export async function happenToGroups(
  transaction: Transaction,
  groups: readonly AlikePhones[],
  { newId, isUnlimited, eventsOf }: GroupOptions,
): Promise<GroupDone[]> {
  if (groups.length === 0) return [];
  const firsts = await findDevices(
    transaction,
    groups.flatMap(({ phoneIds }) => phoneIds.slice(0, 1)),
  );
  const devices = new Map(firsts.map(({ phoneId, device }) => [phoneId, device]));
  const events = await eventsOf(firsts, groups);
  const done = new Map<string, GroupDone>();
  for (const phones of groups) {
    const [id = ""] = phones.phoneIds;
    const [first, happening] = [devices.get(id), events.get(id)];
    if (!first || !happening || !isOfGroup(phones, happening.event)) continue;
    const outcome = outcomeAlike({ phones, first, ...happening }, { isUnlimited });
    if (!outcome) continue;
    const key = JSON.stringify([phones.jobId, outcome]);
    const others = done.get(key)?.phones;
    done.set(key, { phones: others ? together(others, phones) : phones, outcome });
  }
  for (const { phones, outcome } of done.values()) await storeAlike(transaction, newId, phones, outcome);
  const jobIds = new Set(
    [...done.values()].flatMap(({ phones, outcome }) => (outcome.ending ? [phones.jobId] : [])),
  );
  await countCancelled(
    transaction,
    [...jobIds].filter((jobId) => jobId !== null),
  );
  await tellRegistrations(transaction, registrationsOf([...done.values()]));
  return [...done.values()];
}

function registrationsOf(done: readonly GroupDone[]): ToldRegistrations {
  const phones = done.flatMap(({ phones: { names }, outcome: { registration } }) =>
    registration === null ? [] : names.map((phone) => ({ phone, registration })),
  );
  return { at: Math.max(...done.map(({ outcome }) => outcome.at)), phones };
}

function together(some: AlikePhones, others: AlikePhones): AlikePhones {
  return {
    ...some,
    phoneIds: [...some.phoneIds, ...others.phoneIds],
    names: [...some.names, ...others.names],
    positions: [...some.positions, ...others.positions],
  };
}

/** False when what the first phone downloads was changed since the group was found. */
function isOfGroup({ configured }: AlikePhones, event: DeviceEvent): boolean {
  if (!("snapshot" in event) || !configured) return !("snapshot" in event);
  const { softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration } = event.snapshot;
  return sameContent(configured, { softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration });
}
