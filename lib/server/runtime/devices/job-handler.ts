import { nameKey } from "@/lib/configuration/text-rules";
import type { DeviceEvent } from "@/lib/devices/device-event";
import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { countItems, saveEndings } from "@/lib/server/db/device/job-endings";
import { lockDevices, phoneIdsOf, type StoredDevice } from "@/lib/server/db/device/state";
import type { StoredJob } from "@/lib/server/db/job";
import { listWaitingItems, type StoredJobItem } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { actionId, type EndedItem } from "@/lib/server/runtime/devices/endings";
import { happen } from "@/lib/server/runtime/devices/happen";
import { plansOf } from "@/lib/server/runtime/devices/plans";
import type { Batch, JobHandler } from "@/lib/server/runtime/jobs/handler";

/** Phones of one batch. */
const phonesOfBatch = 500;
/** All phones have their action; some come back later. */
const delivered = "delivered";
/** When the job looks at its items if nobody hurries it. */
const lookAgainMilliseconds = 5_000;

/**
 * Delivers an action to the phones of a job, then waits until each has ended it. An item ends in the transaction in
 * which its phone does; the job counts them.
 */
export function deviceHandler(command: DeviceCommand): JobHandler {
  return {
    hasItemsAtOnce: true,
    runBatch: (transaction, context, job) =>
      job.cursor === delivered
        ? look(transaction, context, job)
        : deliver(transaction, context, job, command),
  };
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
): Promise<Batch> {
  const waiting = await listWaitingItems(transaction, job.id, phonesOfBatch);
  const ids = await phoneIdsOf(
    transaction,
    waiting.map(({ name }) => nameKey(name)),
  );
  const devices = await lockDevices(transaction, [...ids.values()]);
  const positions = new Map(waiting.map(({ name, position }) => [ids.get(nameKey(name)) ?? "", position]));
  const events = await eventsOf(transaction, devices, command, ({ phoneId }) =>
    actionId(job.id, positions.get(phoneId) ?? 0),
  );
  const at = context.now().getTime();
  const { items } = await happen(
    transaction,
    context.newId,
    events.map(({ stored, event }) => ({ stored, event, at })),
  );
  const missing = missingItems(job.id, waiting, ids);
  await saveEndings(transaction, missing);
  return {
    items: toldItems(job.id, waiting, [...items, ...missing]),
    areStored: true,
    cursor: waiting.length < phonesOfBatch ? delivered : "waiting",
  };
}

/** The event that each phone gets; Apply Config asks what the phone runs and what is saved. */
async function eventsOf(
  transaction: Transaction,
  devices: readonly StoredDevice[],
  command: DeviceCommand,
  actionOf: (stored: StoredDevice) => string,
): Promise<{ stored: StoredDevice; event: DeviceEvent }[]> {
  if (command !== "applyConfig")
    return devices.map((stored) => ({ stored, event: { kind: command, action: actionOf(stored) } }));
  const plans = await plansOf(transaction, devices);
  return devices.flatMap((stored) => {
    const found = plans.get(stored.phoneId);
    if (!found) return [];
    const { plan, snapshot } = found;
    const event = { kind: "apply", action: actionOf(stored), impact: plan.impact, snapshot } as const;
    return [{ stored, event }];
  });
}

/** Items whose phone is gone. */
function missingItems(
  jobId: string,
  waiting: readonly StoredJobItem[],
  ids: ReadonlyMap<string, string>,
): EndedItem[] {
  return waiting
    .filter(({ name }) => !ids.has(nameKey(name)))
    .map(({ position }) => ({
      ...{ jobId, position, state: "failed", outcome: "", result: null },
      problems: [{ path: [], code: "phoneRemoved" }],
    }));
}

/** The items of this job as they are stored now. */
function toldItems(
  jobId: string,
  waiting: readonly StoredJobItem[],
  ended: readonly EndedItem[],
): StoredJobItem[] {
  const own = new Map(ended.filter((item) => item.jobId === jobId).map((item) => [item.position, item]));
  return waiting.flatMap((item) => {
    const ending = own.get(item.position);
    return ending ? [{ ...item, ...ending }] : [];
  });
}
