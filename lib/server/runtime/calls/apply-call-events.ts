import type { Effect } from "@/lib/callback/state/effects";
import { type StoreOutcome, storeCallEvents } from "@/lib/server/db/call/store";
import { lockDevices } from "@/lib/server/db/device/state";
import type { Database } from "@/lib/server/db/open";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import {
  type CallEvents,
  cacheStored,
  type ExecutedSteps,
  executeSteps,
  invalidate,
  type StepTools,
} from "@/lib/server/runtime/calls/execute-steps";
import type { GroupCommit } from "@/lib/server/runtime/calls/group-commit";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import type { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";
import type { WorkingSet } from "@/lib/server/runtime/calls/working-set";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";

/** What a person changed on a phone and the saved configuration has to follow. */
export type SavedEffect = Extract<Effect, { kind: "saveDnd" | "saveForwardAll" }>;

/** Saves what was changed on a phone, with history, in the transaction of the event. */
export type SaveEffects = (transaction: Transaction, effects: readonly SavedEffect[]) => Promise<void>;

/** What phones in use need of a process. */
export interface CallServices extends StepTools {
  readonly database: Database;
  readonly runningConfigurations: RunningConfigurationCache;
  /** Of the home cluster. */
  readonly rowCache: RowCache;
  readonly groupCommit: GroupCommit;
}

/** What events have left behind. */
export interface AppliedCallEvents {
  readonly workingSet: WorkingSet;
  /** Of the last change event that was published with them; 0 when nothing happened. */
  readonly place: number;
}

/** So many times others may be faster; it takes a crowd on one phone to get there. */
const mostAttempts = 200;

/**
 * Lets events happen in one cluster: one transaction that stores the steps if nothing that they read has changed
 * meanwhile; else they are taken again.
 * @param save called when the event changes the saved configuration
 * @returns the world that the steps have left, or null when the cluster or the due event is gone
 */
export async function applyCallEvents(
  runtime: CallServices,
  callEvents: CallEvents,
  save: SaveEffects,
): Promise<AppliedCallEvents | null> {
  const rowCache = callEvents.cluster === "" ? runtime.rowCache : new RowCache();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const worked = await executeSteps(runtime.database.prisma, runtime, rowCache, {
      ...callEvents,
      isAgain: attempt > 1,
    });
    if (!worked) return null;
    const { workingSet } = worked.taken;
    if (isNothing(worked)) return { workingSet, place: 0 };
    const outcome = await store(runtime, worked, save);
    if ("place" in outcome) {
      cacheStored(rowCache, worked, outcome);
      for (const name of outcome.changed) rowCache.invalidate("phones", name);
      if (worked.batch.dueEvents.length > 0) wakeJobs();
      return { workingSet, place: outcome.place };
    }
    if (outcome.stale.some(([kind]) => kind === "dueEvents")) return null;
    invalidate(rowCache, outcome.stale);
  }
  throw new Error(`Others were faster ${mostAttempts} times`);
}

/** A timer that is gone, for example: it leaves no trace. What a person does always does. */
function isNothing({ batch, taken }: ExecutedSteps): boolean {
  return (
    taken.events.every(({ kind }) => kind === "timerExpired") &&
    taken.workingSet.written.size === 0 &&
    batch.decisions.length === 0
  );
}

type Outcome =
  | (Extract<StoreOutcome, { place: number }> & { readonly changed: readonly string[] })
  | Extract<StoreOutcome, { stale: unknown }>;

async function store(runtime: CallServices, worked: ExecutedSteps, save: SaveEffects): Promise<Outcome> {
  const saved = worked.taken.effects
    .flat()
    .filter((effect): effect is SavedEffect => effect.kind === "saveDnd" || effect.kind === "saveForwardAll");
  const released = releasedPhones(worked);
  if (saved.length === 0 && released.length === 0) {
    const outcome = await runtime.groupCommit.store(worked.batch);
    return "stale" in outcome ? outcome : { ...outcome, changed: [] };
  }
  const ids = new Set(released.map(({ phoneId }) => phoneId));
  // The end of the last call is told to the phone itself, which then goes away.
  const calls = worked.batch.calls.map((one) => (ids.has(one.phoneId) ? { ...one, calls: 1 } : one));
  return inTransaction(runtime.database, async (transaction) => {
    const outcome = await storeCallEvents(transaction, { ...worked.batch, calls });
    if ("stale" in outcome) return outcome;
    await save(transaction, saved);
    const at = worked.taken.now;
    const devices = await lockDevices(transaction, [...ids]);
    await applyDeviceEvents(
      transaction,
      runtime.newId,
      devices.map((stored) => ({ stored, event: { kind: "callEnded" } as const, at })),
    );
    const changed = [
      ...released.map(({ name }) => name),
      ...saved.flatMap((effect) => ("phone" in effect ? [effect.phone] : [])),
    ];
    return { ...outcome, changed };
  });
}

/** Phones whose last call has ended while an action waits for that. */
function releasedPhones({
  taken,
  batch,
}: ExecutedSteps): { readonly phoneId: string; readonly name: string }[] {
  const ended = new Set(batch.calls.flatMap(({ phoneId, calls }) => (calls === 0 ? [phoneId] : [])));
  return [...(taken.workingSet.written.get("phones")?.keys() ?? [])].flatMap((name) => {
    const { device } = taken.workingSet.knownOf("phones", name);
    return device?.device.postponed && ended.has(device.phoneId) ? [{ phoneId: device.phoneId, name }] : [];
  });
}
