import type { Effect } from "@/lib/callback/state/effects";
import type { EngineEvent } from "@/lib/callback/state/events";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest, Timer } from "@/lib/callback/state/request";
import { numberOfRule } from "@/lib/callback/state/row-names";
import type { TableName } from "@/lib/callback/state/world";
import type { Device } from "@/lib/devices/device";
import type { CallBatch, NewChangeEvent } from "@/lib/server/db/call/store";
import { changedPhones, changesOf } from "@/lib/server/runtime/calls/changed-phones";
import { toDisplayDto } from "@/lib/server/runtime/calls/display";
import { deviationOf, idlePhoneOf, type PhoneSetup } from "@/lib/server/runtime/calls/phone-base";
import { toRequestDto } from "@/lib/server/runtime/calls/request-dto";
import type { CachedRow } from "@/lib/server/runtime/calls/row-cache";
import type { WorkingSet } from "@/lib/server/runtime/calls/working-set";

/** What a phone of the events has become as a device, in the transaction that stores them. */
export interface DeviceAfter {
  readonly device: Device;
  readonly setup: PhoneSetup | null;
}

/** Steps that were taken on a working set, and everything that storing them needs. */
export interface StepsToStore {
  readonly workingSet: WorkingSet;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly (readonly Effect[])[];
  readonly now: number;
  readonly dueEvent: string | null;
  readonly sends: CallBatch["dueEvents"];
  /** By name. */
  readonly devices: ReadonlyMap<string, DeviceAfter>;
  readonly newId: () => string;
}

const stored: readonly TableName[] = ["calls", "served", "watches", "waiters", "configured"];

/** What is to be stored and published of steps. Displays are published when they differ from before. */
export function batchOf(taken: StepsToStore): CallBatch {
  const { workingSet, events, effects, now, dueEvent } = taken;
  const changeEvents = [...displaysOf(taken), ...requestsOf(workingSet)];
  const phones = changesOf(workingSet, "phones");
  return {
    cluster: workingSet.cluster,
    at: new Date(now),
    dueEvent,
    events,
    ...readsOf(workingSet),
    entities: [
      ...phones.map(({ key, after }) => ({ kind: "phones", key, value: phoneValue(taken, key, after) })),
      ...(workingSet.cluster === "" ? stored : [...stored, "numbers" as const]).flatMap((table) =>
        changesOf(workingSet, table).map(({ key, after }) => ({ kind: table, key, value: after ?? null })),
      ),
    ],
    timers: changesOf(workingSet, "timers").map(({ key, after }) => timerRow(key, after)),
    requests: changesOf(workingSet, "requests").flatMap(({ after }) => (after ? [requestRow(after)] : [])),
    calls: phones.flatMap(({ key, before, after }) => callsOf(workingSet, key, before, after)),
    decisions: effects.flatMap((list, event) =>
      list.flatMap((effect, position) => {
        if (effect.kind !== "decided") return [];
        const { request, phone, rule, inputs } = effect.decision;
        return [{ event, position, request, phone, rule: numberOfRule(rule), inputs }];
      }),
    ),
    dueEvents: [...messagesOf(taken), ...taken.sends],
    changeEvents,
  };
}

function messagesOf({ workingSet, effects, newId }: StepsToStore): CallBatch["dueEvents"] {
  return effects.flat().flatMap((effect) => {
    if (effect.kind !== "sendTrunkMessage") return [];
    const { cluster, message } = effect;
    return [
      { cluster, event: { id: newId(), kind: "trunkMessage", from: workingSet.cluster, message } as const },
    ];
  });
}

function readsOf(
  workingSet: WorkingSet,
): Pick<CallBatch, "reads" | "requestReads" | "timerReads" | "devices" | "lines"> {
  const rowsOf = (table: TableName) => [...(workingSet.read.get(table) ?? new Map<string, CachedRow>())];
  const version = ([key, row]: readonly [string, CachedRow]) => ({ key, version: row.version });
  const entities: readonly TableName[] = [
    "phones",
    ...stored,
    ...(workingSet.cluster === "" ? [] : ["numbers" as const]),
  ];
  return {
    reads: entities.flatMap((kind) => rowsOf(kind).map((row) => ({ kind, ...version(row) }))),
    requestReads: rowsOf("requests").map(version),
    timerReads: rowsOf("timers").map(version),
    devices: rowsOf("phones").flatMap(([name, { device }]) =>
      device && device.version !== null ? [{ phoneId: device.phoneId, name, version: device.version }] : [],
    ),
    lines: rowsOf("lines").map(([key, { value }]) => ({
      key,
      phones: (value as { phones: readonly string[] } | undefined)?.phones ?? [],
    })),
  };
}

function phoneValue(
  { workingSet, devices }: StepsToStore,
  name: string,
  after: Phone | undefined,
): Partial<Phone> | null {
  if (!after) return null;
  const { base, device } = workingSet.knownOf("phones", name);
  const changed = devices.get(name);
  const idle = changed ? idlePhoneOf(name, changed.device, changed.setup, after.dnd) : (base ?? after);
  return deviationOf(after, idle, device !== undefined);
}

function callsOf(
  workingSet: WorkingSet,
  name: string,
  before: Phone | undefined,
  after: Phone | undefined,
): CallBatch["calls"] {
  const { device } = workingSet.knownOf("phones", name);
  if (!device || !after || before?.calls.length === after.calls.length) return [];
  return [{ phoneId: device.phoneId, calls: after.calls.length }];
}

function timerRow(id: string, timer: Timer | undefined): CallBatch["timers"][number] {
  if (!timer) return { id, kind: null, owner: null, dueAt: null };
  return { id, kind: timer.kind, owner: timer.owner, dueAt: new Date(timer.dueAt) };
}

function requestRow(request: CallBackRequest): CallBatch["requests"][number] {
  const { id, originator, target, mode, state, reason, createdAt } = request;
  return {
    ...{
      id,
      phone: originator.phone,
      directoryNumber: originator.number,
      target: target.digits,
      mode,
      state,
    },
    reason: reason ?? "",
    createdAt: new Date(createdAt),
    value: request,
  };
}

/** Those that were written, and those that are shown a guard time which has begun or ended. */
function requestsOf(workingSet: WorkingSet): NewChangeEvent[] {
  const written = changesOf(workingSet, "requests").map(({ key }) => key);
  const guards = changesOf(workingSet, "timers").flatMap(({ key, before, after }) =>
    (before ?? after)?.kind === "guard" ? [key.slice("guard:".length)] : [],
  );
  return [...new Set([...written, ...guards.flatMap((number) => firstWaiters(workingSet, number))])].flatMap(
    (key) => {
      const request = workingSet.get("requests", key);
      return request
        ? [{ topic: "request", subject: key, content: toRequestDto(workingSet, request) } as const]
        : [];
    },
  );
}

/** A step must stay small: who waits behind so many reads of the guard time when it looks anew. */
const mostGuarded = 20;

function firstWaiters(workingSet: WorkingSet, number: string): string[] {
  const ids: string[] = [];
  let id = workingSet.get("watches", number)?.first ?? null;
  while (id !== null && ids.length < mostGuarded) {
    ids.push(id);
    id = workingSet.get("waiters", id)?.next ?? null;
  }
  return ids;
}

/**
 * Also of the phones that the events are about, although nothing may have changed on them: whoever does something there is
 * answered what it shows, so everything that this takes has to be loaded.
 */
function displaysOf({ workingSet, events, devices }: StepsToStore): NewChangeEvent[] {
  const used = events.flatMap((event) => ("phone" in event ? [event.phone] : []));
  return [...new Set([...changedPhones(workingSet), ...used])].flatMap((name) => {
    const before = workingSet.before("phones", name);
    const after = workingSet.get("phones", name);
    if (!after) return [];
    const device = workingSet.knownOf("phones", name).device?.device ?? null;
    const content = toDisplayDto(workingSet, after, devices.get(name)?.device ?? device);
    const old = before && toDisplayDto(workingSet.start, before, device);
    if (JSON.stringify(old) === JSON.stringify(content)) return [];
    return [{ topic: "display", subject: name, content } as const];
  });
}
