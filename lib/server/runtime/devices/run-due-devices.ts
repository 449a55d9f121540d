import { grantRegistrations, type RegistrationLimiter, withRate } from "@/lib/devices/registration-limiter";
import { findDueKinds, holdLimiter, listDue, listQueued, saveLimiter } from "@/lib/server/db/device/due";
import { hurryJobs } from "@/lib/server/db/device/job-endings";
import { lockDevices, type StoredDevice } from "@/lib/server/db/device/state";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents, type PhoneEvent } from "@/lib/server/runtime/devices/apply-device-events";
import { runningSources, savedSources } from "@/lib/server/runtime/devices/configurations";
import { deviceFileOf } from "@/lib/server/runtime/devices/device-file-of";
import type { DeviceWorld } from "@/lib/server/runtime/devices/device-world";
import { downloadsOf } from "@/lib/server/runtime/devices/download";
import { downloadAlike, dueAt, endShutDownsAlike, grantAlike } from "@/lib/server/runtime/devices/due-alike";

const longestBatchMilliseconds = 60_000;

/**
 * Does what is due to phones up to a time, a batch of ends of shutdowns or else of turns to register, and a batch of
 * downloads; each happens at its own instant, whenever it is done. That is the order of time for every phone, because a
 * turn depends only on who queued before, and a download only on the phone itself: downloads need not wait until nobody
 * queues any more. Several instances may call it: one of them drives the phones at a time.
 * @returns how many phones something was done to; 0 when nothing is due
 */
export async function runDueDevices(world: DeviceWorld, until: Date): Promise<number> {
  const due = await findDueKinds(world.database.prisma, until);
  let count = 0;
  for (const steps of [
    [...(due.shutDown ? [endShutDowns] : []), ...(due.queued ? [grantTurns] : [])],
    due.registering ? [download] : [],
  ]) {
    if (steps.length > 0) count += await runSteps(world, until, steps);
  }
  return count;
}

/** Does a batch of the first of some steps that has anything to do, in a transaction of its own. */
async function runSteps(world: DeviceWorld, until: Date, steps: readonly DueStep[]): Promise<number> {
  const done = await inTransaction(
    world.database,
    (transaction) => runBatch(transaction, world, until, steps),
    { timeout: longestBatchMilliseconds },
  );
  const jobs = [...new Set(done.jobIds)].filter((jobId) => jobId !== null);
  if (jobs.length > 0) await hurryJobs(world.database.prisma, jobs, until);
  return done.count;
}

interface BatchDone {
  readonly count: number;
  /** The jobs whose items ended. */
  readonly jobIds: readonly (string | null)[];
}

const nothing: BatchDone = { count: 0, jobIds: [] };

async function runBatch(
  transaction: Transaction,
  world: DeviceWorld,
  until: Date,
  steps: readonly DueStep[],
): Promise<BatchDone> {
  const held = await holdLimiter(transaction);
  if (!held) return nothing;
  const { registrationsPerSecond: rate } = world;
  const limiter = held.perSecond === rate ? held : withRate(held, rate);
  if (limiter !== held) await saveLimiter(transaction, limiter);
  for (const step of steps) {
    const done = await step(transaction, world, until, limiter);
    if (done.count > 0) return done;
  }
  return nothing;
}

type DueStep = (
  transaction: Transaction,
  world: DeviceWorld,
  until: Date,
  limiter: RegistrationLimiter,
) => Promise<BatchDone>;

const endShutDowns: DueStep = async (transaction, world, until) => {
  const alike = await endShutDownsAlike(transaction, world, until);
  if (alike.count > 0) return alike;
  const down = await listDue(transaction, "shutDown", until, world.sizes.oneByOne);
  const devices = await lockDevices(transaction, down);
  return conclude(
    transaction,
    world,
    devices.map((stored) => ({ stored, event: { kind: "shutDownEnded" }, at: dueAt(stored) })),
  );
};

const grantTurns: DueStep = async (transaction, world, until, limiter) => {
  // Without a limit everybody has the turn at once, and nobody depends on who came before.
  const alike = limiter.perSecond === null ? await grantAlike(transaction, world, until) : nothing;
  if (alike.count > 0) return alike;
  const queue = await listQueued(transaction, until, world.sizes.oneByOne);
  const granted = grantRegistrations(limiter, queue, until.getTime());
  if (granted.grants.length === 0) return nothing;
  await saveLimiter(transaction, granted.limiter);
  const turns = new Map(granted.grants.map(({ id, at }) => [id, at]));
  const devices = await lockDevices(transaction, [...turns.keys()]);
  return conclude(
    transaction,
    world,
    devices.map((stored) => ({
      ...{ stored, event: { kind: "registrationGranted" } },
      at: turns.get(stored.phoneId) ?? until.getTime(),
    })),
  );
};

async function conclude(
  transaction: Transaction,
  { newId }: DeviceWorld,
  phoneEvents: readonly PhoneEvent[],
): Promise<BatchDone> {
  const { items } = await applyDeviceEvents(transaction, newId, phoneEvents);
  return { count: phoneEvents.length, jobIds: items.map(({ jobId }) => jobId) };
}

const download: DueStep = async (transaction, world, until) => {
  const alike = await downloadAlike(transaction, world, until);
  if (alike.count > 0) return alike;
  const phoneIds = await listDue(transaction, "registering", until, world.sizes.oneByOne);
  if (phoneIds.length === 0) return nothing;
  const devices = await lockDevices(transaction, phoneIds);
  const downloads = await downloadsOf(transaction, phoneIds);
  const phoneEvents: PhoneEvent[] = [];
  for (const stored of devices) {
    const event = downloads.get(stored.phoneId);
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
  return conclude(transaction, world, phoneEvents);
};

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
