import { releaseCall } from "@/lib/callback/calls/release";
import { giveUpLost } from "@/lib/callback/calls/route-call";
import { moveLines } from "@/lib/callback/phones/lines";
import { dropCall, updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { closeScreen, setPrompt, stopTone } from "@/lib/callback/phones/show-screen";
import { callsOf, sideOf } from "@/lib/callback/phones/sides";
import { endCompletionsOf } from "@/lib/callback/requests/end-completions";
import { endRequest } from "@/lib/callback/requests/end-request";
import { loseOriginator } from "@/lib/callback/requests/originator-lost";
import { waitersOf } from "@/lib/callback/requests/queue";
import { about, isLive } from "@/lib/callback/requests/request-state";
import { closeQuestion } from "@/lib/callback/requests/screen-key";
import type { EventOf, UnregisterCause } from "@/lib/callback/state/events";
import type { Phone } from "@/lib/callback/state/phone";
import type { Turn } from "@/lib/callback/state/turn";

/** A phone of the configuration appears, or one that is not registered has changed. */
export function configurePhone(turn: Turn, { phone: name, setup }: EventOf<"phoneConfigured">): void {
  const phone = turn.get("phones", name);
  if (phone && phone.registration !== "unregistered") return;
  moveLines(turn, name, phone?.running.lines ?? [], setup.running.lines);
  turn.put("phones", name, { ...(phone ?? newPhone(name, setup)), ...setup });
}

function newPhone(name: string, setup: EventOf<"phoneConfigured">["setup"]): Phone {
  return {
    ...setup,
    name,
    registration: "unregistered",
    hook: "on",
    calls: [],
    selected: null,
    lastDialled: null,
    used: false,
    isKnownIdle: true,
    request: null,
    replacement: null,
    screen: null,
    playsCallBackTone: false,
    prompt: null,
  };
}

/** The phone looks for its configuration. */
export function beginRegistration(turn: Turn, name: string): void {
  const phone = turn.get("phones", name);
  if (phone?.registration === "unregistered") updatePhone(turn, name, { registration: "registering" });
}

/** The phone has downloaded its configuration and is there; nothing is shown by itself [TS-01]. */
export function registerPhone(turn: Turn, event: EventOf<"phoneRegistered">): void {
  const { phone: name, running, byExtensionMobility } = event;
  const phone = turn.get("phones", name);
  if (!phone || phone.registration === "registered") return;
  moveLines(turn, name, phone.running.lines, running.lines);
  const registered = {
    ...phone,
    registration: "registered",
    running,
    used: false,
    isKnownIdle: true,
  } as const;
  turn.put("phones", name, registered);
  if (byExtensionMobility) endCompletionsOf(turn, registered);
}

/** Somebody logs in or out on a phone that goes on with its call: row 27 is at once, the restart follows [IN-08]. */
export function changeUser(turn: Turn, name: string): void {
  const phone = turn.get("phones", name);
  if (phone) endCompletionsOf(turn, phone);
}

/** The phone is gone: its calls end, and its requests do what rows 27 and 28 say. */
export function unregisterPhone(turn: Turn, name: string, cause: UnregisterCause | "removed"): void {
  const phone = turn.get("phones", name);
  if (!phone || phone.registration === "unregistered") return;
  turn.decide("notRegistered", { phone: name }, { why: cause });
  closeQuestion(turn, name, "reset");
  if (cause === "extensionMobility") endCompletionsOf(turn, phone);
  else loseOriginator(turn, phone);
  stopTone(turn, name);
  closeScreen(turn, name);
  endCalls(turn, phone);
  setPrompt(turn, name, null);
  updatePhone(turn, name, { registration: "unregistered", hook: "on", selected: null });
}

function endCalls(turn: Turn, phone: Phone): void {
  for (const call of callsOf(turn, phone)) {
    if (sideOf(call, phone.name) !== "rung") {
      releaseCall(turn, call);
      continue;
    }
    dropCall(turn, phone.name, call.id);
    const left = updateCall(turn, call, { ringing: call.ringing.filter((name) => name !== phone.name) });
    if (left.ringing.length > 0) continue;
    turn.clearTimer("noAnswer", call.id);
    giveUpLost(turn, left);
  }
}

/** The phone is deleted: its own request ends, those for its numbers stay (row 23b) [IN-09]. */
export function removePhone(turn: Turn, name: string): void {
  const phone = turn.get("phones", name);
  if (!phone) return;
  for (const id of [phone.replacement, phone.request]) {
    const request = id === null ? undefined : turn.get("requests", id);
    if (isLive(request)) endRequest(turn, request, "originatorRemoved", "28");
  }
  unregisterPhone(turn, name, "removed");
  for (const { number } of phone.running.lines) {
    for (const { id } of waitersOf(turn, number)) {
      const request = turn.get("requests", id);
      if (request) turn.decide("23b", about(request), { number: request.target.digits, removed: name });
    }
  }
  moveLines(turn, name, phone.running.lines, []);
  turn.put("phones", name, null);
}
