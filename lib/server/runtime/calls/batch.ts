import type { Effect } from "@/lib/callback/effects";
import type { EngineEvent } from "@/lib/callback/events";
import type { Phone } from "@/lib/callback/world/phone";
import type { CallBackRequest, Timer } from "@/lib/callback/world/request";
import type { TableName } from "@/lib/callback/world/world";
import type { Device } from "@/lib/devices/device";
import type { CallBatch, NewAnnouncement } from "@/lib/server/db/call/store";
import { presentDisplay } from "@/lib/server/runtime/calls/display";
import type { Known } from "@/lib/server/runtime/calls/known";
import { deviationOf, idlePhoneOf, type PhoneSetup } from "@/lib/server/runtime/calls/phone-base";
import { presentRequest } from "@/lib/server/runtime/calls/request-dto";
import type { Slice } from "@/lib/server/runtime/calls/slice";
import { changesOf, touchedPhones } from "@/lib/server/runtime/calls/touched";

/** What a phone of the events has become as a device, in the transaction that stores them. */
export interface DeviceAfter {
  readonly device: Device;
  readonly setup: PhoneSetup | null;
}

/** Steps that were taken on a slice, and everything that storing them needs. */
export interface TakenSteps {
  readonly slice: Slice;
  readonly events: readonly EngineEvent[];
  readonly effects: readonly (readonly Effect[])[];
  readonly now: number;
  readonly letter: string | null;
  /** By name. */
  readonly devices: ReadonlyMap<string, DeviceAfter>;
  readonly newId: () => string;
}

const stored: readonly TableName[] = ["calls", "served", "watches", "waiters"];

/** What is to be stored and told of steps. Displays are told when they differ from before. */
export function batchOf(taken: TakenSteps): CallBatch {
  const { slice, events, effects, now, letter } = taken;
  const announcements = [...displaysOf(taken), ...requestsOf(slice)];
  const phones = changesOf(slice, "phones");
  return {
    cluster: slice.cluster,
    at: new Date(now),
    letter,
    events,
    ...readsOf(slice),
    entities: [
      ...phones.map(({ key, after }) => ({ kind: "phones", key, value: phoneValue(taken, key, after) })),
      ...(slice.cluster === "" ? stored : [...stored, "numbers" as const]).flatMap((table) =>
        changesOf(slice, table).map(({ key, after }) => ({ kind: table, key, value: after ?? null })),
      ),
    ],
    timers: changesOf(slice, "timers").map(({ key, after }) => timerRow(key, after)),
    requests: changesOf(slice, "requests").flatMap(({ after }) => (after ? [requestRow(after)] : [])),
    calls: phones.flatMap(({ key, before, after }) => callsOf(slice, key, before, after)),
    decisions: effects.flatMap((list, event) =>
      list.flatMap((effect, position) => {
        if (effect.kind !== "decided") return [];
        const { request, phone, rule, inputs } = effect.decision;
        return [{ event, position, request, phone, rule, inputs }];
      }),
    ),
    letters: effects.flat().flatMap((effect) => {
      if (effect.kind !== "sendTrunkMessage") return [];
      const event = {
        id: taken.newId(),
        kind: "trunkMessage",
        from: slice.cluster,
        message: effect.message,
      } as const;
      return [{ cluster: effect.cluster, event }];
    }),
    announcements,
  };
}

function readsOf(
  slice: Slice,
): Pick<CallBatch, "reads" | "requestReads" | "timerReads" | "devices" | "lines"> {
  const rowsOf = (table: TableName) => [...(slice.read.get(table) ?? new Map<string, Known>())];
  const version = ([key, known]: readonly [string, Known]) => ({ key, version: known.version });
  const entities: readonly TableName[] = [
    "phones",
    ...stored,
    ...(slice.cluster === "" ? [] : ["numbers" as const]),
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
  { slice, devices }: TakenSteps,
  name: string,
  after: Phone | undefined,
): Partial<Phone> | null {
  if (!after) return null;
  const { base, device } = slice.knownOf("phones", name);
  const changed = devices.get(name);
  const idle = changed ? idlePhoneOf(name, changed.device, changed.setup, after.dnd) : (base ?? after);
  return deviationOf(after, idle, device !== undefined);
}

function callsOf(
  slice: Slice,
  name: string,
  before: Phone | undefined,
  after: Phone | undefined,
): CallBatch["calls"] {
  const { device } = slice.knownOf("phones", name);
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

function requestsOf(slice: Slice): NewAnnouncement[] {
  return changesOf(slice, "requests").flatMap(({ key, after }) =>
    after ? [{ topic: "request", subject: key, content: presentRequest(slice, after) } as const] : [],
  );
}

/**
 * Also of the phones that the events are about, although nothing may have changed on them: whoever pressed a key there is
 * answered what it shows, so everything that this takes has to be loaded.
 */
function displaysOf({ slice, events, devices }: TakenSteps): NewAnnouncement[] {
  const pressed = events.flatMap((event) => (event.kind === "phoneAction" ? [event.phone] : []));
  return [...new Set([...touchedPhones(slice), ...pressed])].flatMap((name) => {
    const before = slice.before("phones", name);
    const after = slice.get("phones", name);
    if (!after) return [];
    const device = slice.knownOf("phones", name).device?.device ?? null;
    const content = presentDisplay(slice, after, devices.get(name)?.device ?? device);
    const old = before && presentDisplay(slice.start, before, device);
    if (JSON.stringify(old) === JSON.stringify(content)) return [];
    return [{ topic: "display", subject: name, content } as const];
  });
}
