import { applyConfigResult, commandResult, emptyResult } from "@/lib/devices/apply-result";
import {
  type ActionId,
  type Device,
  type Instant,
  type Interrupting,
  registeringMilliseconds,
  shutDownMilliseconds,
} from "@/lib/devices/device";
import type { ActionOutcome, DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { compareImpacts, isInterruption } from "@/lib/devices/impact";
import type { RegistrationReason } from "@/lib/devices/registration-reasons";

/** What a row of the life cycle looks at and changes: the phone before it, the event, and the time. */
export interface Moment {
  readonly device: Device;
  readonly event: DeviceEvent;
  readonly now: Instant;
}

type Predicate = (moment: Moment) => boolean;

/** The action that an event is, or null. */
function actionOf(event: DeviceEvent): ActionId | null {
  return event.kind === "apply" || event.kind === "reset" || event.kind === "restart" ? event.action : null;
}

/** The conditions that rows of the life cycle name. */
export const guards = {
  isEarly: ({ device, now }) => device.timer !== null && now < device.timer.dueAt,
  isRejected: ({ event }) => event.kind === "downloaded" && event.admission.kind === "rejected",
  isKnown: ({ device, event }) =>
    [device.postponed, device.underway].some((work) =>
      work?.actions.some((known) => known === actionOf(event)),
    ),
  isInCall: ({ device }) => device.calls > 0,
  isMild: ({ event }) => event.kind === "apply" && !isInterruption(event.impact),
  needsReset: ({ event }) => event.kind === "apply" && event.impact === "reset",
  hasOtherCalls: ({ device }) => device.calls > 1,
  resetWaits: ({ device }) => device.postponed?.impact === "reset",
  interruptionWaits: ({ device }) => device.postponed !== null,
} as const satisfies Readonly<Record<string, Predicate>>;
export type Guard = keyof typeof guards;

/** What one act changes and brings about. */
export interface Done {
  readonly change?: Partial<Device>;
  readonly effects?: readonly DeviceEffect[];
}

const reasonsOfActions = {
  reset: "CallManagerReset",
  restart: "CallManagerRestart",
  apply: "CallManagerApplyConfig",
} as const satisfies Readonly<Record<string, RegistrationReason>>;

/** The interruption that the event asks for, or null when it asks for none. */
function requested(event: DeviceEvent): Interrupting | null {
  if (event.kind === "userChanged") return { impact: "restart", reason: "EMLoginLogout", actions: [] };
  if (event.kind !== "reset" && event.kind !== "restart" && event.kind !== "apply") return null;
  const impact = event.kind === "apply" ? event.impact : event.kind;
  if (!isInterruption(impact)) return null;
  return { impact, reason: reasonsOfActions[event.kind], actions: [event.action] };
}

/** One interruption for both: the stronger, of equal ones the earlier; it fulfils the actions of both. */
function mergedInterruption(earlier: Interrupting | null, later: Interrupting | null): Interrupting | null {
  if (!earlier || !later) return earlier ?? later;
  const { impact, reason } = compareImpacts(later.impact, earlier.impact) > 0 ? later : earlier;
  return { impact, reason, actions: [...earlier.actions, ...later.actions] };
}

function goAway(work: Interrupting | null): Done {
  if (!work) return {};
  return {
    change: { reason: work.reason, underway: work, postponed: null },
    effects: [{ kind: "unregistered", reason: work.reason }],
  };
}

/** Every action that has not ended ends so. */
function ended({ postponed, underway }: Device, outcome: ActionOutcome): Done {
  const actions = [...(underway?.actions ?? []), ...(postponed?.actions ?? [])];
  return {
    change: { postponed: null, underway: null },
    effects: actions.length > 0 ? [{ kind: "finished", actions, outcome }] : [],
  };
}

function lost(device: Device, reason: RegistrationReason): Done {
  const effects: DeviceEffect[] = device.phase === "registered" ? [{ kind: "unregistered", reason }] : [];
  return { change: { reason }, effects };
}

function answered(event: DeviceEvent, isInCall: boolean): Done {
  if (event.kind === "apply") {
    const result = applyConfigResult(event.impact, isInCall);
    return { effects: [{ kind: "answered", action: event.action, result }] };
  }
  if (event.kind !== "reset" && event.kind !== "restart") return {};
  return {
    effects: [{ kind: "answered", action: event.action, result: commandResult(event.kind, isInCall) }],
  };
}

function finished(event: DeviceEvent, outcome: ActionOutcome): Done {
  const action = actionOf(event);
  return action === null ? {} : { effects: [{ kind: "finished", actions: [action], outcome }] };
}

function refused({ device: { phase }, event }: Moment): Done {
  const action = actionOf(event);
  const code = phase === "removed" ? "phoneRemoved" : "phoneNotRegistered";
  return action === null ? {} : { effects: [{ kind: "refused", action, code }] };
}

/** What rows of the life cycle do, in the order in which they name it. */
export const acts = {
  queue: ({ now }) => ({ change: { queuedAt: now } }),
  register: ({ now }) => ({
    change: { queuedAt: null, timer: { kind: "registering", dueAt: now + registeringMilliseconds } },
  }),
  shutDown: ({ now }) => ({ change: { timer: { kind: "shutDown", dueAt: now + shutDownMilliseconds } } }),
  stopTimer: () => ({ change: { timer: null, queuedAt: null } }),
  /** From now on the phone runs what it downloaded. */
  run: ({ event }) => ("snapshot" in event ? { change: { running: event.snapshot } } : {}),
  comeUp: ({ device, event, now }) => {
    const isPartial =
      event.kind === "downloaded" && event.admission.kind === "admitted" && event.admission.isPartial;
    const { change, effects = [] } = ended(device, "done");
    return {
      change: { ...change, isPartial, reason: "Registered", lastRegisteredAt: now },
      effects: [{ kind: "registered", isPartial }, ...effects],
    };
  },
  reject: ({ device, event }) => {
    const isRejected = event.kind === "downloaded" && event.admission.kind === "rejected";
    const reason = isRejected ? event.admission.reason : "Unknown";
    const { change, effects = [] } = ended(device, "rejected");
    return { change: { ...change, reason }, effects: [{ kind: "rejected", reason }, ...effects] };
  },
  answer: ({ device, event }) => answered(event, device.calls > 0),
  answerNothing: ({ event }) => {
    const action = actionOf(event);
    return action === null ? {} : { effects: [{ kind: "answered", action, result: emptyResult }] };
  },
  refuse: refused,
  finish: ({ event }) => finished(event, "done"),
  finishAtRegistration: ({ event }) => finished(event, "atRegistration"),
  changeUser: ({ event }) => (event.kind === "userChanged" ? { change: { login: event.login } } : {}),
  postpone: ({ device, event }) => ({
    change: { postponed: mergedInterruption(device.postponed, requested(event)) },
  }),
  interrupt: ({ event }) => goAway(requested(event)),
  interruptNow: ({ device }) => goAway(device.postponed),
  /** A rejected phone is away already; the action ends with its next attempt. */
  retry: ({ event }) => {
    const action = actionOf(event);
    const reason = reasonsOfActions.apply;
    return action === null
      ? {}
      : { change: { underway: { impact: "reRegister", reason, actions: [action] } } };
  },
  loseConnection: ({ device }) => lost(device, "ConnectivityError"),
  loseName: ({ device }) => lost(device, "DeviceUnregistered"),
  leaveToRegistration: ({ device }) => ended(device, "atRegistration"),
  remove: ({ device }) => {
    const { change, effects = [] } = ended(device, "removed");
    const { effects: unregistered = [] } = lost(device, "DeviceUnregistered");
    return { change: { ...change, reason: "DeviceUnregistered" }, effects: [...unregistered, ...effects] };
  },
  addCall: ({ device }) => ({ change: { calls: device.calls + 1 } }),
  dropCall: ({ device }) => ({ change: { calls: Math.max(0, device.calls - 1) } }),
  hangUp: () => ({ change: { calls: 0 } }),
} as const satisfies Readonly<Record<string, (moment: Moment) => Done>>;
export type Act = keyof typeof acts;
