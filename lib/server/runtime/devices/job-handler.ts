import { nameKey } from "@/lib/configuration/text-rules";
import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { actionId } from "@/lib/server/db/device/action-id";
import { countItems, saveEndings } from "@/lib/server/db/device/job-endings";
import { lockDevices, phoneIdsOf } from "@/lib/server/db/device/state";
import type { StoredJob } from "@/lib/server/db/job";
import { failWaitingItems, type StoredJobItem, takeWaitingItems } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import {
  type BuildSummary,
  emptyBuildSummary,
  mergeBuildSummaries,
  raiseBuildAlarm,
} from "@/lib/server/runtime/devices/build-summary";
import { choosePhones } from "@/lib/server/runtime/devices/choose-phones";
import { type Delivered, deliverToGroups, type Ended } from "@/lib/server/runtime/devices/deliver-to-groups";
import { type BatchSizes, batchSizes } from "@/lib/server/runtime/devices/device-services";
import { eventsOf, softkeyTemplatesOf } from "@/lib/server/runtime/devices/events";
import type { JobItemOutcome } from "@/lib/server/runtime/devices/job-item-outcomes";
import type { Batch, JobHandler } from "@/lib/server/runtime/jobs/handler";

/** The cursor of a job that finds its phones when it starts. */
export const toBeChosen = "choose";
/** All phones that have no call have their action; the others wait. */
const waitsForIdle = "waitsForIdle";
/** All phones have their action; some come back later. */
const delivered = "delivered";
/** When the job looks at its items if nobody hurries it. */
const lookAgainMilliseconds = 5_000;
/** While actions are delivered, the items that have ended already are counted that often. */
const countAgainMilliseconds = 500;

/**
 * Delivers an action to the phones of a job, then waits until each has ended it. An item ends in the transaction in
 * which its phone does; the job counts them.
 */
export function deviceHandler(command: DeviceCommand, sizesOf = batchSizes): JobHandler {
  return {
    runBatch: (transaction, context, job) => {
      if (job.cursor === toBeChosen) return choose(transaction, context, job);
      if (job.cursor === delivered) return look(transaction, context, job);
      if (job.idleUntil && context.now() >= job.idleUntil) return giveUp(transaction, context, job);
      return deliver(transaction, context, job, command, sizesOf(context.database));
    },
  };
}

async function choose(transaction: Transaction, context: ServiceContext, job: StoredJob): Promise<Batch> {
  const total = await choosePhones(transaction, context, job);
  return { items: [], areStored: true, total, cursor: {} satisfies Cursor };
}

/** Leaves the phones as they are that were not found without a call in time, or not looked at, and tells what was built for the others. */
async function giveUp(transaction: Transaction, context: ServiceContext, job: StoredJob): Promise<Batch> {
  await failWaitingItems(transaction, job.id, { path: [], code: "phoneNotIdle" });
  await raiseBuildAlarm(transaction, context, cursorOf(job).built ?? emptyBuildSummary);
  return look(transaction, context, job);
}

async function look(transaction: Transaction, { now }: ServiceContext, { id }: StoredJob): Promise<Batch> {
  const counts = await countItems(transaction, id);
  const isOver = counts.waiting + counts.underway === 0;
  const nextDueAt = new Date(now().getTime() + lookAgainMilliseconds);
  return { items: [], areStored: true, cursor: isOver ? null : delivered, nextDueAt, counts };
}

async function deliver(
  transaction: Transaction,
  context: ServiceContext,
  job: StoredJob,
  command: DeviceCommand,
  sizes: BatchSizes,
): Promise<Batch> {
  const inGroups = await deliverToGroups(transaction, context, job.id, command, sizes);
  // One or the other: viewers are told at the end of either, with a lock after which no further phone may be locked.
  const areIdle = job.idleUntil !== null;
  const waiting =
    inGroups.count > 0 ? [] : await takeWaitingItems(transaction, job.id, sizes.oneByOne, { areIdle });
  const others = await deliverOneByOne(transaction, context, job, command, waiting);
  const built = mergeBuildSummaries(
    cursorOf(job).built ?? emptyBuildSummary,
    mergeBuildSummaries(inGroups.built, others.built),
  );
  const isDelivered = inGroups.count === 0 && waiting.length < sizes.oneByOne;
  if (isDelivered) await raiseBuildAlarm(transaction, context, built);
  if (isDelivered && job.idleUntil) return waitForIdle(transaction, context, job, job.idleUntil);
  const { counts, countedAt } = await counted(transaction, context, job, [
    ...inGroups.ended,
    ...others.ended,
  ]);
  return {
    ...{ items: [], areStored: true, counts },
    cursor: isDelivered ? delivered : ({ countedAt, built } satisfies Cursor),
  };
}

/** Looks again for phones whose last call has ended, until none is left or the time is over. */
async function waitForIdle(
  transaction: Transaction,
  { now }: ServiceContext,
  { id }: StoredJob,
  idleUntil: Date,
): Promise<Batch> {
  const counts = await countItems(transaction, id);
  const batch = { items: [], areStored: true, counts } as const;
  if (counts.waiting === 0) return { ...batch, cursor: delivered };
  const soon = now().getTime() + lookAgainMilliseconds;
  return { ...batch, cursor: waitsForIdle, nextDueAt: new Date(Math.min(soon, idleUntil.getTime())) };
}

/** How far the delivery is. */
interface Cursor {
  /** When all items were counted. */
  readonly countedAt?: number;
  readonly built?: BuildSummary;
}

function cursorOf({ cursor }: StoredJob): Cursor {
  return typeof cursor === "string" ? {} : ((cursor ?? {}) as Cursor);
}

/** The phones that are left: in calls, away, with changes of their own, or gone. */
async function deliverOneByOne(
  transaction: Transaction,
  context: ServiceContext,
  job: StoredJob,
  command: DeviceCommand,
  waiting: readonly StoredJobItem[],
): Promise<Delivered> {
  if (waiting.length === 0) return { count: 0, ended: [], built: emptyBuildSummary };
  const ids = await phonesOf(transaction, waiting);
  const found = await lockDevices(transaction, [...ids.values()]);
  // A call may have begun since it was looked.
  const devices = job.idleUntil ? found.filter(({ device }) => device.calls === 0) : found;
  const positions = new Map([...ids].map(([position, id]) => [id, position]));
  const events = await eventsOf(transaction, devices, command, ({ phoneId }) =>
    actionId(job.id, positions.get(phoneId) ?? 0),
  );
  const at = context.now().getTime();
  const { items } = await applyDeviceEvents(
    transaction,
    context.newId,
    events.map(({ stored, event }) => ({ stored, event, at })),
  );
  const there = new Set(found.map(({ phoneId }) => phoneId));
  const missing = missingItems(
    job.id,
    waiting.filter(({ position }) => !there.has(ids.get(position) ?? "")),
  );
  await saveEndings(transaction, missing);
  return {
    count: events.length,
    built:
      command === "applyConfig"
        ? { devices: events.length, softkeyTemplates: softkeyTemplatesOf(events) }
        : emptyBuildSummary,
    ended: [...items, ...missing]
      .filter(({ jobId }) => jobId === job.id)
      .map((ending) => ({ ending, count: 1 })),
  };
}

/** How many items have ended: those of the batch are added, and now and then all counted. */
async function counted(
  transaction: Transaction,
  { now }: ServiceContext,
  job: StoredJob,
  ended: readonly Ended[],
): Promise<{ counts: NonNullable<Batch["counts"]>; countedAt: number }> {
  const at = now().getTime();
  const countedAt = cursorOf(job).countedAt ?? at;
  if (at - countedAt >= countAgainMilliseconds) {
    return { counts: await countItems(transaction, job.id), countedAt: at };
  }
  let { done, failed, underway } = job;
  const outcomes = { ...job.outcomes };
  for (const { ending, count } of ended) {
    if (ending.state === "done") done += count;
    if (ending.state === "failed") failed += count;
    if (ending.state === "underway") underway += count;
    if (ending.outcome !== "") outcomes[ending.outcome] = (outcomes[ending.outcome] ?? 0) + count;
  }
  return { counts: { done, failed, underway, outcomes }, countedAt };
}

/** The phones of items, by position; of those that were chosen by name, only where there is one. */
async function phonesOf(
  transaction: Transaction,
  waiting: readonly StoredJobItem[],
): Promise<ReadonlyMap<number, string>> {
  const named = waiting.filter(({ objectId }) => !objectId).map(({ name }) => nameKey(name));
  const ids = await phoneIdsOf(transaction, named);
  return new Map(
    waiting.flatMap(({ position, name, objectId }) => {
      const id = objectId ?? ids.get(nameKey(name));
      return id === undefined ? [] : [[position, id]];
    }),
  );
}

/** Items whose phone is gone. */
function missingItems(jobId: string, gone: readonly StoredJobItem[]): JobItemOutcome[] {
  return gone.map(({ position }) => ({
    ...{ jobId, position, state: "failed", outcome: "", result: null },
    problems: [{ path: [], code: "phoneRemoved" }],
  }));
}
