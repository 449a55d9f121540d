import { releaseCall } from "@/lib/callback/calls/release";
import { giveUpLost } from "@/lib/callback/calls/route-call";
import { idlePhone } from "@/lib/callback/phones/idle-phone";
import { moveLines } from "@/lib/callback/phones/lines";
import { dropCall, updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { closeScreen, setPrompt, stopTone } from "@/lib/callback/phones/show-screen";
import { callsOf, sideOf } from "@/lib/callback/phones/sides";
import { endCompletionsOf } from "@/lib/callback/requests/end-completions";
import { endRequest } from "@/lib/callback/requests/end-request";
import { loseOriginator } from "@/lib/callback/requests/originator-lost";
import { waitersOf } from "@/lib/callback/requests/queue";
import { about, isLive } from "@/lib/callback/requests/request-state";
import { stay } from "@/lib/callback/requests/request-table";
import { closeQuestion } from "@/lib/callback/requests/screen-key";
import type { EventOf, UnregisterCause } from "@/lib/callback/state/events";
import type { Phone } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";

/** A phone of the configuration appears, or one that is not registered has changed. */
export function configurePhone(
  context: StepContext,
  { phone: name, setup }: EventOf<"phoneConfigured">,
): void {
  const phone = context.get("phones", name);
  if (phone && phone.registration !== "unregistered") return;
  moveLines(context, name, phone?.running.lines ?? [], setup.running.lines);
  context.put("phones", name, { ...(phone ?? idlePhone(name, setup, "unregistered")), ...setup });
}

/** The phone looks for its configuration. */
export function beginRegistration(context: StepContext, name: string): void {
  const phone = context.get("phones", name);
  if (phone?.registration === "unregistered") updatePhone(context, name, { registration: "registering" });
}

/** The phone has downloaded its configuration and is there; nothing is shown by itself [TS-01]. */
export function registerPhone(context: StepContext, event: EventOf<"phoneRegistered">): void {
  const { phone: name, running, byExtensionMobility } = event;
  const phone = context.get("phones", name);
  if (!phone || phone.registration === "registered") return;
  moveLines(context, name, phone.running.lines, running.lines);
  const registered = {
    ...phone,
    registration: "registered",
    running,
    used: false,
    isKnownIdle: true,
  } as const;
  context.put("phones", name, registered);
  if (byExtensionMobility) endCompletionsOf(context, registered);
}

/** Somebody logs in or out on a phone that goes on with its call: row 27 is at once, the restart follows [IN-08]. */
export function changeUser(context: StepContext, name: string): void {
  const phone = context.get("phones", name);
  if (phone) endCompletionsOf(context, phone);
}

/** The phone is gone: its calls end, and its requests do what rows 27 and 28 say. */
export function unregisterPhone(
  context: StepContext,
  name: string,
  cause: UnregisterCause | "removed",
): void {
  const phone = context.get("phones", name);
  if (!phone || phone.registration === "unregistered") return;
  context.decide("notRegistered", { phone: name }, { why: cause });
  closeQuestion(context, name, "reset");
  if (cause === "extensionMobility") endCompletionsOf(context, phone);
  else loseOriginator(context, phone);
  stopTone(context, name);
  closeScreen(context, name);
  endCalls(context, phone);
  setPrompt(context, name, null);
  updatePhone(context, name, { registration: "unregistered", hook: "on", selected: null });
}

function endCalls(context: StepContext, phone: Phone): void {
  for (const call of callsOf(context, phone)) {
    if (sideOf(call, phone.name) !== "rung") {
      releaseCall(context, call);
      continue;
    }
    dropCall(context, phone.name, call.id);
    const left = updateCall(context, call, { ringing: call.ringing.filter((name) => name !== phone.name) });
    if (left.ringing.length > 0) continue;
    context.clearTimer("noAnswer", call.id);
    giveUpLost(context, left);
  }
}

/** The phone is deleted: its own request ends, those for its numbers stay (row 23b) [IN-09]. */
export function removePhone(context: StepContext, name: string): void {
  const phone = context.get("phones", name);
  if (!phone) return;
  for (const id of [phone.replacement, phone.request]) {
    const request = id === null ? undefined : context.get("requests", id);
    if (isLive(request)) endRequest(context, request, "originatorRemoved", "lostBeforeReady");
  }
  unregisterPhone(context, name, "removed");
  for (const { number } of phone.running.lines) {
    for (const { id } of waitersOf(context, number)) {
      const request = context.get("requests", id);
      if (request)
        stay(context, about(request), "targetRemoved", { number: request.target.digits, removed: name });
    }
  }
  moveLines(context, name, phone.running.lines, []);
  context.put("phones", name, null);
}
