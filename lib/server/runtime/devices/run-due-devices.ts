import type { DeviceTimer } from "@/lib/devices/device";
import { grantRegistrations, type RegistrationLimiter, withRate } from "@/lib/devices/registration-limiter";
import { findDueKinds, holdLimiter, listQueued, saveLimiter } from "@/lib/server/db/device/due";
import { hurryJobs } from "@/lib/server/db/device/job-endings";
import { lockDevices, type StoredDevice } from "@/lib/server/db/device/state";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents, type PhoneEvent } from "@/lib/server/runtime/devices/apply-device-events";
import { runningSources, savedSources } from "@/lib/server/runtime/devices/configurations";
import { deviceFileOf } from "@/lib/server/runtime/devices/device-file-of";
import type { DeviceServices } from "@/lib/server/runtime/devices/device-services";
import { downloadsOf } from "@/lib/server/runtime/devices/download";
import {
  always,
  type BatchDone,
  doDueTimers,
  downloads,
  dueAt,
  grantInGroups,
  nothing,
} from "@/lib/server/runtime/devices/due-groups";

const longestBatchMilliseconds = 60_000;

/**
 * Does what is due to phones up to a time, a batch of ends of shutdowns or else of registration slots, and a batch of
 * downloads; each happens at its own instant, whenever it is done. That is the order of time for every phone, because a
 * slot depends only on who queued before, and a download only on the phone itself: downloads need not wait until nobody
 * queues any more. Several instances may call it: one of them drives the phones at a time.
 * @returns how many phones something was done to; 0 when nothing is due
 */
export async function runDueDevices(runtime: DeviceServices, until: Date): Promise<number> {
  const due = await findDueKinds(runtime.database.prisma, until);
  let count = 0;
  for (const steps of [
    [...(due.shutDown ? [endShutDowns] : []), ...(due.queued ? [grantRegistrationSlots] : [])],
    due.registering ? [download] : [],
  ]) {
    if (steps.length > 0) count += await runSteps(runtime, until, steps);
  }
  return count;
}

/** Does a batch of the first of some steps that has anything to do, in a transaction of its own. */
async function runSteps(runtime: DeviceServices, until: Date, steps: readonly DueStep[]): Promise<number> {
  const done = await inTransaction(
    runtime.database,
    (transaction) => runBatch(transaction, runtime, until, steps),
    { timeout: longestBatchMilliseconds },
  );
  const jobs = [...new Set(done.jobIds)].filter((jobId) => jobId !== null);
  if (jobs.length > 0) await hurryJobs(runtime.database.prisma, jobs, until);
  return done.count;
}

async function runBatch(
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
  steps: readonly DueStep[],
): Promise<BatchDone> {
  const held = await holdLimiter(transaction);
  if (!held) return nothing;
  const { registrationsPerSecond: rate } = runtime;
  const limiter = held.perSecond === rate ? held : withRate(held, rate);
  if (limiter !== held) await saveLimiter(transaction, limiter);
  for (const step of steps) {
    const done = await step(transaction, runtime, until, limiter);
    if (done.count > 0) return done;
  }
  return nothing;
}

type DueStep = (
  transaction: Transaction,
  runtime: DeviceServices,
  until: Date,
  limiter: RegistrationLimiter,
) => Promise<BatchDone>;

const endShutDowns: DueStep = (transaction, runtime, until) =>
  doDueTimers(transaction, runtime, until, {
    ...{ kind: "shutDown", withConfiguration: false },
    eventsOf: always({ kind: "shutDownEnded" }, dueAt),
    oneByOne: async (phoneIds) => {
      const devices = await lockDevices(transaction, phoneIds);
      const event = { kind: "shutDownEnded" } as const;
      return conclude(
        transaction,
        runtime,
        devices.filter(isDueBy("shutDown", until)).map((stored) => ({ stored, event, at: dueAt(stored) })),
      );
    },
  });

/** That a phone still has the timer, and it is due: what is known of it by its group may be of before. */
const isDueBy =
  (kind: DeviceTimer["kind"], until: Date) =>
  ({ device: { timer } }: StoredDevice): boolean =>
    timer?.kind === kind && timer.dueAt <= until.getTime();

const grantRegistrationSlots: DueStep = async (transaction, runtime, until, limiter) => {
  // Without a limit everybody has a registration slot at once, and nobody depends on who came before.
  const inGroups = limiter.perSecond === null ? await grantInGroups(transaction, runtime, until) : nothing;
  if (inGroups.count > 0) return inGroups;
  const queue = await listQueued(transaction, until, runtime.sizes.oneByOne);
  const granted = grantRegistrations(limiter, queue, until.getTime());
  if (granted.grants.length === 0) return nothing;
  await saveLimiter(transaction, granted.limiter);
  const slots = new Map(granted.grants.map(({ id, at }) => [id, at]));
  const devices = await lockDevices(transaction, [...slots.keys()]);
  return conclude(
    transaction,
    runtime,
    devices.map((stored) => ({
      ...{ stored, event: { kind: "registrationGranted" } },
      at: slots.get(stored.phoneId) ?? until.getTime(),
    })),
  );
};

async function conclude(
  transaction: Transaction,
  { newId }: DeviceServices,
  phoneEvents: readonly PhoneEvent[],
): Promise<BatchDone> {
  const { items } = await applyDeviceEvents(transaction, newId, phoneEvents);
  return { count: phoneEvents.length, jobIds: items.map(({ jobId }) => jobId) };
}

const download: DueStep = (transaction, runtime, until) =>
  doDueTimers(transaction, runtime, until, {
    ...{ kind: "registering", withConfiguration: true, eventsOf: downloads(transaction) },
    oneByOne: async (phoneIds) => {
      const devices = await lockDevices(transaction, phoneIds);
      const found = await downloadsOf(transaction, phoneIds);
      const phoneEvents: PhoneEvent[] = [];
      for (const stored of devices.filter(isDueBy("registering", until))) {
        const event = found.get(stored.phoneId);
        if (!event) continue;
        const stamps =
          event.admission.kind === "rejected"
            ? {
                current: await stampOf(transaction, runningSources, stored.device.running),
                next: await stampOf(transaction, savedSources, event.snapshot),
              }
            : undefined;
        phoneEvents.push({ stored, event, at: dueAt(stored), stamps });
      }
      return conclude(transaction, runtime, phoneEvents);
    },
  });

/** The stamp of the file of one phone, as its snapshot says; empty while it has none. */
async function stampOf(
  transaction: Transaction,
  load: typeof savedSources,
  snapshot: StoredDevice["device"]["running"],
): Promise<string> {
  if (!snapshot) return "";
  const sources = (await load(transaction, [snapshot])).get(snapshot.phone.id);
  return sources ? (await deviceFileOf(transaction, sources)).versionStamp : "";
}
