import type { EngineEvent } from "@/lib/callback/state/events";
import type { TableName } from "@/lib/callback/state/world";
import { step } from "@/lib/callback/step";
import { keysOfLink } from "@/lib/server/db/call/load";
import type { CallBatch, StoreOutcome } from "@/lib/server/db/call/store";
import type { Transaction } from "@/lib/server/db/transaction";
import { recordMeasurement, stopwatch } from "@/lib/server/measurements";
import { batchOf, type DeviceAfter, type StepsToStore } from "@/lib/server/runtime/calls/batch";
import type { DialPlans } from "@/lib/server/runtime/calls/dial-plans";
import { loadPhoneTexts } from "@/lib/server/runtime/calls/display";
import { HomeConfiguration, hintsOf } from "@/lib/server/runtime/calls/home-configuration";
import { loadIntoCache, loadMarker, type RowKey } from "@/lib/server/runtime/calls/load";
import { RemoteConfiguration } from "@/lib/server/runtime/calls/remote-configuration";
import type { RowCache } from "@/lib/server/runtime/calls/row-cache";
import type { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";
import { absent, isSurelyAbsent } from "@/lib/server/runtime/calls/surely-absent";
import { type LinkKeys, RowNotLoaded, WorkingSet } from "@/lib/server/runtime/calls/working-set";
import { RowRefused } from "@/lib/state-table/take-row";

/** What steps are taken with. */
export interface StepTools {
  readonly runningConfigurations: RunningConfigurationCache;
  /** None inside a transaction. */
  readonly dialPlans?: DialPlans;
  readonly newId: () => string;
}

/** Events that happen in one cluster at one instant, one after the other. */
export interface CallEvents {
  readonly cluster: string;
  readonly events: readonly EngineEvent[];
  readonly now: number;
  /** The one that is delivered. */
  readonly dueEvent?: string | null;
  /** What is sent beside what the steps send. */
  readonly sends?: CallBatch["dueEvents"];
  /** Of another cluster: names of phones whose numbers, or which with it, were taken away. */
  readonly former?: readonly string[] | null;
  /** What the steps are known to read. */
  readonly ahead?: readonly RowKey[];
  readonly devices?: ReadonlyMap<string, DeviceAfter>;
  /** Refuses before anything happens, by throwing. */
  readonly check?: (workingSet: WorkingSet) => void;
  /** They are taken again because something that was known was not so any more. */
  readonly isAgain?: boolean;
}

/** Steps that were worked out and not stored yet. */
export interface ExecutedSteps {
  readonly taken: StepsToStore;
  readonly batch: CallBatch;
}

const noDevices: ReadonlyMap<string, DeviceAfter> = new Map();

/**
 * Works events out on what is known, loading what the steps ask for.
 * @returns null when the cluster does not exist (any more)
 */
export async function executeSteps(
  transaction: Transaction,
  tools: StepTools,
  rowCache: RowCache,
  callEvents: CallEvents,
): Promise<ExecutedSteps | null> {
  const { cluster, events, now, dueEvent = null, sends = [], former = null } = callEvents;
  const { devices = noDevices, check, isAgain = false } = callEvents;
  await loadPhoneTexts();
  const marker = await loadMarker(transaction, cluster, rowCache);
  const remote = cluster === "" ? null : await RemoteConfiguration.load(transaction, cluster, former);
  if (cluster !== "" && remote === null) return null;
  const elapsed = stopwatch();
  const source = { transaction, runningConfigurations: tools.runningConfigurations, remote };
  await loadIntoCache(source, rowCache, callEvents.ahead ?? []);
  const configured = remote ?? new HomeConfiguration(tools.dialPlans);
  const links = await linksOf(transaction, cluster, events);
  let refused = 0;
  for (;;) {
    const workingSet = new WorkingSet(cluster, rowCache, configured, { links, marker });
    try {
      check?.(workingSet);
      const effects = events.map((event) => {
        const result = step(workingSet, event, now);
        workingSet.apply(result.changes);
        return result.effects;
      });
      const taken = { workingSet, events, effects, now, dueEvent, sends, devices, newId: tools.newId };
      const batch = batchOf(taken);
      const each = elapsed() / events.length;
      for (const { kind } of events) recordMeasurement("engineEvent", { kind, seconds: each });
      return { taken, batch };
    } catch (error) {
      if (error instanceof RowRefused && refused++ < mostRefusals) {
        forgetRead(rowCache, workingSet);
        continue;
      }
      if (!(error instanceof RowNotLoaded)) throw error;
      const { table, key } = error;
      if (!isAgain && isSurelyAbsent(rowCache, cluster, events, table, key)) rowCache.set(table, key, absent);
      else if (configured instanceof HomeConfiguration && configured.tables.has(table))
        await configured.load(transaction, error, hintsOf(events.at(0), rowCache));
      else await loadIntoCache(source, rowCache, [[table, key]]);
    }
  }
}

async function linksOf(
  transaction: Transaction,
  cluster: string,
  events: readonly EngineEvent[],
): Promise<LinkKeys | null> {
  const lost = events.find((event) => event.kind === "linkLost");
  return lost?.kind === "linkLost" ? keysOfLink(transaction, cluster, lost.cluster) : null;
}

/**
 * Steps that are held to the tables of states may be refused because of what was known: some of it is older than the rest, and
 * they would not have been stored. So often it is read anew; what is refused then is a fault.
 */
const mostRefusals = 20;

function forgetRead(rowCache: RowCache, { read }: WorkingSet): void {
  for (const [table, rows] of read) for (const key of rows.keys()) rowCache.invalidate(table, key);
}

/** The rows that are stored, and so known afterwards. */
const remembered: ReadonlySet<TableName> = new Set([
  "phones",
  "calls",
  "requests",
  "served",
  "watches",
  "waiters",
  "timers",
  "configured",
]);

/**
 * Remembers what was stored, once it cannot be undone. What a row is beside its value was right when it was stored as the
 * steps read it; what is known by now may be older, or forgotten by others who were late.
 */
export function cacheStored(
  rowCache: RowCache,
  { taken, batch }: ExecutedSteps,
  { place, version }: Extract<StoreOutcome, { place: number }>,
): void {
  const counted = new Map(batch.calls.map(({ phoneId, calls }) => [phoneId, calls]));
  const idle = new Set(
    batch.entities.flatMap(({ kind, key, value }) => (kind === "phones" && !value ? [key] : [])),
  );
  for (const [table, rows] of taken.workingSet.written) {
    if (!remembered.has(table)) continue;
    for (const [key, value] of rows) {
      const before = taken.workingSet.read.get(table)?.get(key);
      const isStored = value !== null && !(table === "phones" && idle.has(key));
      const fields = { value: value ?? undefined, version: isStored ? String(place) : null };
      const device = before?.device;
      if (device && (value === null || taken.devices.has(key))) rowCache.invalidate(table, key);
      else if (device) {
        const calls = counted.get(device.phoneId);
        const counting = calls === undefined ? device : { ...device, device: { ...device.device, calls } };
        const isHeld = device.version === null || calls === undefined;
        rowCache.set(table, key, {
          ...before,
          ...fields,
          device: isHeld ? counting : { ...counting, version },
        });
      } else rowCache.set(table, key, { ...before, ...fields });
    }
  }
}

/** Forgets what has changed since it was read. */
export function invalidate(
  rowCache: RowCache,
  stale: Extract<StoreOutcome, { stale: unknown }>["stale"],
): void {
  for (const [kind, key] of stale) rowCache.invalidate(kind, key);
}
