import type { DeviceTimer, Instant } from "@/lib/devices/device";
import type { DeviceEvent } from "@/lib/devices/device-event";
import { actionId } from "@/lib/server/db/device/action-id";
import { listQueued } from "@/lib/server/db/device/due";
import {
  type DueGroup,
  insertDueGroups,
  takeDueGroups,
  withoutPhones,
} from "@/lib/server/db/device/due-group";
import { holdGroups, isDue, isQueued, type PhoneGroup } from "@/lib/server/db/device/phone-group";
import type { StoredDevice } from "@/lib/server/db/device/state";
import { findMembers } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";
import { applyToGroups, type EventsOf } from "@/lib/server/runtime/devices/apply-to-groups";
import type { DeviceServices } from "@/lib/server/runtime/devices/device-services";
import { downloadsOf } from "@/lib/server/runtime/devices/download";

/** What a batch has done. */
export interface BatchDone {
  readonly count: number;
  /** The jobs whose items ended. */
  readonly jobIds: readonly (string | null)[];
}

export const nothing: BatchDone = { count: 0, jobIds: [] };

/** When a phone's timer is due; a phone that has none any more is left as it is by the life cycle. */
export function dueAt({ device }: StoredDevice): Instant {
  return device.timer?.dueAt ?? 0;
}

/** The same event for all, each group at its time. */
export const always =
  (event: DeviceEvent, at: (first: StoredDevice) => Instant): EventsOf =>
  async (firsts) =>
    new Map(firsts.map((first) => [first.phoneId, { event, at: at(first) }]));

/** What phones download; who would be rejected is left out. */
export const downloads =
  (transaction: Transaction): EventsOf =>
  async (firsts) => {
    const found = await downloadsOf(
      transaction,
      firsts.map(({ phoneId }) => phoneId),
    );
    return new Map(
      firsts.flatMap((first) => {
        const event = found.get(first.phoneId);
        return event?.admission.kind === "admitted" ? [[first.phoneId, { event, at: dueAt(first) }]] : [];
      }),
    );
  };

/** How a timer of one kind is done: in groups, or for phones of which none is like enough others. */
export interface TimerWork {
  readonly kind: DeviceTimer["kind"];
  readonly withConfiguration: boolean;
  readonly eventsOf: EventsOf;
  readonly oneByOne: (phoneIds: readonly string[]) => Promise<BatchDone>;
}

/** Does a batch of the timers of a kind that are due; those that are left are found again. */
export async function doDueTimers(
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
  { kind, withConfiguration, eventsOf, oneByOne }: TimerWork,
): Promise<BatchDone> {
  const { sizes } = runtime;
  const taken = await takeDueGroups(transaction, kind, until, sizes.inGroups);
  if (taken.length === 0) return nothing;
  const phoneIds = [...new Set(taken.flatMap((group) => group.phoneIds))];
  const found = await holdGroups(transaction, phoneIds, {
    ...{ where: isDue(kind, until), withConfiguration, fewest: sizes.fewestInGroup },
  });
  const groups = await withItemGroups(transaction, found, taken);
  let { phoneIds: driven, jobIds } = await applyAndList(transaction, runtime, groups, eventsOf);
  if (driven.size === 0) {
    driven = new Set(phoneIds.slice(0, sizes.oneByOne));
    ({ jobIds } = await oneByOne([...driven]));
  }
  await insertDueGroups(transaction, withoutPhones(taken, driven));
  return { count: driven.size, jobIds };
}

/** Gives phones registration slots in groups, when nothing limits it. */
export async function grantInGroups(
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
): Promise<BatchDone> {
  const { sizes } = runtime;
  const queue = await listQueued(transaction, until, sizes.inGroups);
  if (queue.length < sizes.fewestInGroup) return nothing;
  const found = await holdGroups(
    transaction,
    queue.map(({ id }) => id),
    { where: isQueued(until), withConfiguration: false, fewest: sizes.fewestInGroup },
  );
  const at = ({ device }: StoredDevice) => device.queuedAt ?? until.getTime();
  const eventsOf = always({ kind: "registrationGranted" }, at);
  const { phoneIds, jobIds } = await applyAndList(transaction, runtime, found, eventsOf);
  return { count: phoneIds.size, jobIds };
}

/** The groups, parted into those whose items are together and those whose items have rows of their own. */
async function withItemGroups(
  transaction: Transaction,
  found: readonly PhoneGroup[],
  taken: readonly DueGroup[],
): Promise<PhoneGroup[]> {
  const groupIds = taken.flatMap(({ itemGroupId }) => itemGroupId ?? []);
  const members = await findMembers(transaction, groupIds);
  const itemGroups = new Map(
    members.flatMap(({ id, jobId, positions }) =>
      positions.map((position) => [actionId(jobId, position), id] as const),
    ),
  );
  return found.flatMap(({ jobId, phones }) =>
    [
      ...Map.groupBy(phones, ({ position }) => itemGroups.get(actionId(jobId ?? "", position ?? 0)) ?? null),
    ].map(([itemGroupId, own]) => ({ jobId, itemGroupId, phones: own })),
  );
}

async function applyAndList(
  transaction: Transaction,
  { newId, registrationsPerSecond }: DeviceServices,
  groups: readonly PhoneGroup[],
  eventsOf: EventsOf,
): Promise<{ phoneIds: ReadonlySet<string>; jobIds: readonly (string | null)[] }> {
  const isUnlimited = registrationsPerSecond === null;
  const done = await applyToGroups(transaction, groups, { newId, isUnlimited, eventsOf });
  return {
    phoneIds: new Set(done.flatMap(({ group }) => group.phones.map(({ id }) => id))),
    jobIds: done.map(({ group, outcome }) => (outcome.ending ? group.jobId : null)),
  };
}
