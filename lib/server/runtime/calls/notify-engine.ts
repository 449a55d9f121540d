import type { EngineEvent, UnregisterCause } from "@/lib/callback/state/events";
import type { Phone } from "@/lib/callback/state/phone";
import { type Device, type Instant, type RegistrationStatus, registrationOf } from "@/lib/devices/device";
import { phonesInEngine, saveRunningLines } from "@/lib/server/db/call/phones-in-engine";
import { publishChanges } from "@/lib/server/db/call/publish-changes";
import { type NewChangeEvent, storeCallEvents } from "@/lib/server/db/call/store";
import type { StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { lookChanges, type RemovedPhone, removalChanges } from "@/lib/server/runtime/calls/change-events";
import {
  type CallEvents,
  cacheStored,
  executeSteps,
  invalidate,
  type StepTools,
} from "@/lib/server/runtime/calls/execute-steps";
import { numbersByPhone } from "@/lib/server/runtime/calls/lines-on-buttons";
import { loadIntoCache } from "@/lib/server/runtime/calls/load";
import { engineRegistration, undisturbed } from "@/lib/server/runtime/calls/phone-base";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import {
  mayHaveOtherLines,
  RunningConfigurationCache,
} from "@/lib/server/runtime/calls/running-configuration-cache";

/** One phone as a device before and after something happened to it. */
export interface DeviceChange {
  readonly stored: StoredDevice;
  readonly device: Device;
  readonly at: Instant;
  /** It is about to have another name: nobody is called as `stored` says any more. */
  readonly isRenamed: boolean;
}

function mayRunOtherLines({ stored, device }: DeviceChange): boolean {
  if (device.phase === "removed") return stored.device.running !== null;
  return mayHaveOtherLines(stored.device.running, device.running);
}

/** Who knows it by its name loses it. */
function isGone({ device, isRenamed }: DeviceChange): boolean {
  return isRenamed || device.phase === "removed";
}

function concernsEngine(change: DeviceChange): boolean {
  const { stored, device } = change;
  if (isGone(change)) return true;
  const registration = engineRegistration(device.phase);
  if (engineRegistration(stored.device.phase) !== registration) return true;
  return registration === "registered" && stored.device.login !== device.login;
}

/**
 * Prepares notifying the engine of what happened to phones as devices; to be called before they are stored, by the
 * transaction that holds them.
 * @returns what is to be called once they are stored: it lets calls and requests follow, and publishes the changes
 */
export async function prepareNotice(
  transaction: Transaction,
  newId: () => string,
  changes: readonly DeviceChange[],
): Promise<() => Promise<void>> {
  const concerned = changes.filter(concernsEngine);
  const runningConfigurations = new RunningConfigurationCache();
  const moved = await linesAfter(transaction, runningConfigurations, changes.filter(mayRunOtherLines));
  const { phoneIds, watched } = await phonesInEngine(
    transaction,
    concerned.map(({ stored }) => stored.phoneId),
    [...moved.values()].flat(),
  );
  const isInUse = ({ stored: { phoneId } }: DeviceChange) =>
    phoneIds.has(phoneId) || (moved.get(phoneId) ?? []).some((number) => watched.has(number));
  const inEngine = concerned.filter(isInUse).sort((one, other) => one.at - other.at);
  const rowCache = new RowCache();
  await loadHeld(
    { transaction, runningConfigurations },
    rowCache,
    inEngine.map(({ stored }) => stored.name),
  );
  return async () => {
    await saveRunningLines(transaction, moved);
    for (const change of inEngine)
      await notify(transaction, { newId, runningConfigurations }, rowCache, change);
    await notifyRegistrations(transaction, registrationsOf(changes), [
      ...removalChanges({ phones: removedBy(changes) }),
      ...lookChanges(changes.filter(takesOver).map(({ stored: { name } }) => name)),
    ]);
  };
}

function removedBy(changes: readonly DeviceChange[]): RemovedPhone[] {
  return changes.flatMap(({ stored: { name }, device: { phase } }) =>
    phase === "removed" ? [{ phone: name, renamedTo: null }] : [],
  );
}

/** It has taken something over on the fly, which it may show. */
function takesOver({ stored: { device: before }, device }: DeviceChange): boolean {
  return before.phase === "registered" && device.phase === "registered" && before.running !== device.running;
}

/** The numbers that phones run from now on, by the id of the phone. */
async function linesAfter(
  transaction: Transaction,
  runningConfigurations: RunningConfigurationCache,
  changes: readonly DeviceChange[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const left = changes.flatMap(({ device: { phase, running } }) =>
    phase === "removed" || running === null ? [] : [running],
  );
  const found = await numbersByPhone(transaction, runningConfigurations, left);
  return new Map(
    changes.map(({ stored: { phoneId }, device }) => [
      phoneId,
      device.phase === "removed" ? [] : (found.get(phoneId) ?? []),
    ]),
  );
}

/** The phones as they were; nobody else can change them, so they need no check. */
export async function loadHeld(
  {
    transaction,
    runningConfigurations,
  }: { readonly transaction: Transaction; readonly runningConfigurations: RunningConfigurationCache },
  rowCache: RowCache,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await loadIntoCache(
    { transaction, runningConfigurations, remote: null },
    rowCache,
    names.map((name) => ["phones", name] as const),
  );
  for (const name of names) {
    const row = rowCache.get("phones", name);
    if (row?.device) rowCache.set("phones", name, { ...row, device: { ...row.device, version: null } });
  }
}

async function notify(
  transaction: Transaction,
  tools: { readonly newId: () => string; readonly runningConfigurations: RunningConfigurationCache },
  rowCache: RowCache,
  change: DeviceChange,
): Promise<void> {
  const { stored, device, at } = change;
  const { name, phoneId } = stored;
  const setup = device.running
    ? ((await tools.runningConfigurations.of(transaction, [device.running])).get(phoneId) ?? null)
    : null;
  const id = tools.newId();
  const events: EngineEvent[] = [];
  const wasRegistered = engineRegistration(stored.device.phase) === "registered";
  if (isGone(change)) events.push({ id, kind: "phoneRemoved", phone: name });
  else if (engineRegistration(device.phase) === "unregistered")
    events.push({ id, kind: "phoneUnregistered", phone: name, cause: causeOf(device) });
  else if (wasRegistered && device.login !== stored.device.login)
    events.push({ id, kind: "userChanged", phone: name });
  else if (setup) {
    const byExtensionMobility = userOf(stored.device) !== userOf(device);
    const { dnd } = (rowCache.get("phones", name)?.value as Phone | undefined) ?? { dnd: undisturbed };
    events.push(
      { id: `${id}-c`, kind: "phoneConfigured", phone: name, setup: { ...setup, dnd } },
      { id, kind: "phoneRegistered", phone: name, running: setup.running, byExtensionMobility },
    );
  }
  const devices = new Map([[name, { device, setup }]]);
  await takeHeld(transaction, tools, rowCache, { cluster: "", events, now: at, devices });
}

/** Lets events happen in the transaction that holds the phones that they are about. */
export async function takeHeld(
  transaction: Transaction,
  tools: StepTools,
  rowCache: RowCache,
  callEvents: CallEvents,
): Promise<void> {
  for (let isAgain = false; ; isAgain = true) {
    const worked = await executeSteps(transaction, tools, rowCache, { ...callEvents, isAgain });
    if (!worked) return;
    const outcome = await storeCallEvents(transaction, worked.batch);
    if ("place" in outcome) {
      cacheStored(rowCache, worked, outcome);
      return;
    }
    invalidate(rowCache, outcome.stale);
  }
}

/** The profile with which a phone runs, by its id; null: nobody's. */
function userOf({ running }: Device): string | null {
  return running?.deviceProfile?.id ?? null;
}

/** A phone that comes back with another user goes away for that, whatever else takes it away [IN-08]. */
function causeOf(device: Device): UnregisterCause {
  const { phase, reason, login } = device;
  if (reason === "EMLoginLogout" || (login?.profile ?? null) !== userOf(device)) return "extensionMobility";
  if (phase === "unplugged") return "unplugged";
  return phase === "down" ? "reset" : "restart";
}

function registrationsOf(changes: readonly DeviceChange[]): NotifiedRegistrations {
  const names = new Map<RegistrationStatus, string[]>();
  for (const change of changes) {
    const { stored, device } = change;
    const registration = registrationOf(device);
    if (isGone(change) || registrationOf(stored.device) === registration) continue;
    names.set(registration, [...(names.get(registration) ?? []), stored.name]);
  }
  return {
    at: Math.max(...changes.map((change) => change.at)),
    registrations: [...names].map(([registration, phones]) => ({ registration, phones })),
  };
}

/** The new registrations of phones, and when the last of them got it. */
export interface NotifiedRegistrations {
  readonly at: Instant;
  readonly registrations: readonly NotifiedRegistration[];
}

/** Phones with the same new registration. */
export interface NotifiedRegistration {
  readonly registration: RegistrationStatus;
  readonly phones: readonly string[];
}

/** Publishes the new registrations of phones, and what else has changed; the last statement of a transaction. */
export async function notifyRegistrations(
  transaction: Transaction,
  { at, registrations }: NotifiedRegistrations,
  more: readonly NewChangeEvent[] = [],
): Promise<void> {
  const registered = registrations.map(
    (content): NewChangeEvent => ({ topic: "registration", subject: "", content }),
  );
  if (registered.length + more.length > 0)
    await publishChanges(transaction, new Date(at), [...registered, ...more]);
}
