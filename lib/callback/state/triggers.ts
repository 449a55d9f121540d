import type { EngineEvent, PhoneAction } from "@/lib/callback/state/events";
import type { TimerKind } from "@/lib/callback/state/request";
import type { TrunkMessage } from "@/lib/callback/state/trunk-messages";

/** What happened, as the tables of states name it: an action at a phone, a timer and a message by their kinds. */
export type Trigger =
  | Exclude<EngineEvent["kind"], "phoneAction" | "timerExpired" | "trunkMessage">
  | PhoneAction["kind"]
  | TimerKind
  | TrunkMessage["kind"];

const isTrigger = {
  ...{ offHook: true, onHook: true, dial: true, digit: true, pressSoftkey: true, pressButton: true },
  ...{ selectCall: true, setDnd: true, setForwardAll: true },
  ...{ phoneConfigured: true, phoneRegistering: true, phoneRegistered: true, phoneUnregistered: true },
  ...{ userChanged: true, phoneRemoved: true },
  ...{ configured: true, linkLost: true, serverStarted: true, requestCancelled: true, watchesChanged: true },
  ...{ T1: true, T2: true, T3: true, guard: true, question: true, noAnswer: true, voiceMail: true },
  ...{ interDigit: true },
  ...{ callSetup: true, callProgress: true, callAnswered: true, callReleased: true },
  ...{ ccRequest: true, ccAccept: true, ccReject: true, remoteUserFree: true, suspend: true, resume: true },
  ...{ ccCancel: true },
} as const satisfies Readonly<Record<Trigger, true>>;

/** Everything that can happen. */
export const anything = Object.keys(isTrigger) as readonly Trigger[];

/** A softkey, or a button of the phone. */
export const keys = ["pressSoftkey", "pressButton"] as const satisfies readonly Trigger[];

/** What an event is to the tables. */
export function triggerOf(event: EngineEvent): Trigger {
  switch (event.kind) {
    case "phoneAction":
      return event.action.kind;
    case "trunkMessage":
      return event.message.kind;
    case "timerExpired":
      // The id of a timer begins with its kind.
      return event.timer.slice(0, event.timer.indexOf(":")) as TimerKind;
    default:
      return event.kind;
  }
}
