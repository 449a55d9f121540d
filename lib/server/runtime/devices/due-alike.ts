import type { DeviceTimer, Instant } from "@/lib/devices/device";
import type { DeviceEvent } from "@/lib/devices/device-event";
import { lockAlikeDue, lockAlikeQueued } from "@/lib/server/db/device/alike";
import type { AlikePhones } from "@/lib/server/db/device/alike-phones";
import {
  dissolveSharedState,
  findDueSharedState,
  lockSharedState,
} from "@/lib/server/db/device/shared-state";
import type { StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { applyToGroups, type GroupEvent } from "@/lib/server/runtime/devices/apply-to-groups";
import type { DeviceServices } from "@/lib/server/runtime/devices/device-services";
import { downloadsOf } from "@/lib/server/runtime/devices/download";

interface Done {
  readonly count: number;
  readonly jobIds: readonly (string | null)[];
}

/** When a phone's timer is due; a phone that has none any more is left as it is by the life cycle. */
export function dueAt({ device }: StoredDevice): Instant {
  return device.timer?.dueAt ?? 0;
}

/** Ends the shutdown of phones that are alike. */
export async function endShutDownsAlike(
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
): Promise<Done> {
  return whenDue(transaction, runtime, "shutDown", until, { withConfiguration: false }, (groups) =>
    toAll(transaction, runtime, groups, { kind: "shutDownEnded" }, dueAt),
  );
}

/** Gives phones that are alike registration slots, when nothing limits it. */
export async function grantAlike(
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
): Promise<Done> {
  const groups = await lockAlikeQueued(transaction, until, runtime.sizes);
  const at = ({ device }: StoredDevice) => device.queuedAt ?? until.getTime();
  return toAll(transaction, runtime, groups, { kind: "registrationGranted" }, at);
}

/** Lets phones that are alike, whose own settings are what they run, download; who would be rejected is left out. */
export async function downloadAlike(
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
): Promise<Done> {
  return whenDue(transaction, runtime, "registering", until, { withConfiguration: true }, (groups) =>
    applyAndCount(transaction, runtime, groups, downloadsOfFirsts(transaction)),
  );
}

function downloadsOfFirsts(transaction: Transaction) {
  return async (firsts: readonly StoredDevice[]): Promise<ReadonlyMap<string, GroupEvent>> => {
    const downloads = await downloadsOf(
      transaction,
      firsts.map(({ phoneId }) => phoneId),
    );
    return new Map(
      firsts.flatMap((first): [string, GroupEvent][] => {
        const event = downloads.get(first.phoneId);
        return event?.admission.kind === "admitted" ? [[first.phoneId, { event, at: dueAt(first) }]] : [];
      }),
    );
  };
}

/** Does a timer of phones that share a state, or else those that are each phone's own; who is not alike is left for later. */
async function whenDue(
  transaction: Transaction,
  { sizes }: DeviceServices,
  kind: DeviceTimer["kind"],
  until: Date,
  options: { withConfiguration: boolean },
  work: (groups: readonly AlikePhones[]) => Promise<Done>,
): Promise<Done> {
  for (;;) {
    const due = await findDueSharedState(transaction, kind, until);
    if (!due) break;
    const sharing = await lockSharedState(transaction, due, { ...options, leaveStrangers: true });
    const done = sharing ? await work([sharing]) : nothing;
    if (done.count > 0) return done;
    // What becomes of them is each phone's own; one state is enough for a batch. Or nobody was left.
    const { phoneIds } = await dissolveSharedState(transaction, due.id, due.itemGroupId);
    if (phoneIds.length > 0) break;
  }
  return work(await lockAlikeDue(transaction, kind, until, sizes, options));
}

const nothing: Done = { count: 0, jobIds: [] };

function toAll(
  transaction: Transaction,
  runtime: DeviceServices,
  groups: readonly AlikePhones[],
  event: DeviceEvent,
  at: (first: StoredDevice) => Instant,
): Promise<Done> {
  return applyAndCount(
    transaction,
    runtime,
    groups,
    async (firsts) => new Map(firsts.map((first) => [first.phoneId, { event, at: at(first) }])),
  );
}

async function applyAndCount(
  transaction: Transaction,
  { newId, registrationsPerSecond }: DeviceServices,
  groups: readonly AlikePhones[],
  eventsOf: (firsts: readonly StoredDevice[]) => Promise<ReadonlyMap<string, GroupEvent>>,
): Promise<Done> {
  const isUnlimited = registrationsPerSecond === null;
  const done = await applyToGroups(transaction, groups, { newId, isUnlimited, eventsOf });
  return {
    count: done.reduce((sum, { phones }) => sum + phones.count, 0),
    jobIds: done.map(({ phones, outcome }) => (outcome.ending ? phones.jobId : null)),
  };
}
