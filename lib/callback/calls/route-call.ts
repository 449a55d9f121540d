import { findDestination, type Scope } from "@/lib/callback/calls/find-destination";
import { maximumHops } from "@/lib/callback/calls/maximum-hops";
import { setProgress } from "@/lib/callback/calls/progress";
import { sendSetup } from "@/lib/callback/calls/send-call";
import { isDndReject } from "@/lib/callback/phones/availability";
import { lineLimitsOf } from "@/lib/callback/phones/line-limits";
import { addCall, callsOnLine, updateCall } from "@/lib/callback/phones/phone-calls";
import type { Call, Destination, ReorderCause } from "@/lib/callback/state/call";
import type { DirectoryNumber } from "@/lib/callback/state/dial-plan";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { ForwardTarget } from "@/lib/configuration/directory-number";

/** How long voice mail lets ring before it answers. */
export const voiceMailRingsFor = 3000;

export type ForwardKind = "all" | "busy" | "noAnswer" | "unregistered";

/** True when calls go elsewhere in that case. */
export function forwards(target: ForwardTarget): boolean {
  return target.voiceMail || target.destination !== null;
}

/** Brings a call to where its digits lead: something rings, goes out over a trunk, or the caller hears why not. */
export function routeCall(context: StepContext, call: Call, destination: Destination): void {
  switch (destination.kind) {
    case "nowhere":
      reorder(context, call, destination.cause);
      return;
    case "trunk":
      // A call that came in over a trunk does not go out over one again.
      if (call.caller.kind === "remote") {
        reorder(context, call, "noRoute");
        return;
      }
      sendSetup(context, call, destination);
      return;
    case "number": {
      const number = context.get("numbers", destination.number);
      if (!number) {
        reorder(context, call, "unknownNumber");
        return;
      }
      if (number.kind === "directoryNumber") {
        offer(context, call, number);
        return;
      }
      if (number.forwardTo === null) {
        reorder(context, call, "routePointWithoutForward");
        return;
      }
      hop(context, call, number.forwardTo, "everywhere");
      return;
    }
  }
}

function reorder(context: StepContext, call: Call, cause: ReorderCause): void {
  context.decide("reorder", subjectOf(call), { cause, digits: call.digits });
  setProgress(context, call, "reorder", { cause });
}

function subjectOf({ caller, request }: Call) {
  return { phone: caller.kind === "phone" ? caller.phone : null, request };
}

function hop(context: StepContext, call: Call, digits: string, scope: Scope): void {
  if (call.hops >= maximumHops) {
    reorder(context, call, "forwardLoop");
    return;
  }
  const next = updateCall(context, call, { hops: call.hops + 1 });
  routeCall(context, next, findDestination(context, digits, scope));
}

/**
 * Sends the call on as the number forwards it in that case. The first number to do so was the one that was dialled, or the
 * one at the end of a CTI route point: what it was found to be decides what a call back would wait for, whatever is heard.
 */
export function forwardCall(
  context: StepContext,
  offered: Call,
  number: DirectoryNumber,
  kind: ForwardKind,
): void {
  const { destination, voiceMail } = number.forward[kind];
  context.decide("forwards", subjectOf(offered), { number: number.pattern, kind, destination, voiceMail });
  const call = offered.mode
    ? offered
    : updateCall(context, offered, { mode: kind === "busy" ? "busy" : "noReply" });
  if (!voiceMail && destination !== null) {
    hop(context, call, destination, { spaces: number.searchSpace === null ? [] : [number.searchSpace] });
    return;
  }
  context.setTimer("voiceMail", call.id, voiceMailRingsFor);
  // Only calls that were forwarded by forward-all from the first number on are lost for call back [RS-04].
  const goesToVoiceMail = kind === "all" && call.reached === null;
  setProgress(context, call, "ringing", { reached: number.key, goesToVoiceMail });
}

function offer(context: StepContext, call: Call, number: DirectoryNumber): void {
  const { forward } = number;
  if (!call.overridesForwarding && forwards(forward.all)) {
    forwardCall(context, call, number, "all");
    return;
  }
  if (call.overridesForwarding)
    context.decide("overridesForwarding", subjectOf(call), { number: number.pattern });
  const reached = updateCall(context, call, { reached: number.key });
  const caller = call.caller.kind === "phone" ? call.caller.phone : null;
  let isRegistered = false;
  let isBusy = false;
  // The highest trigger that is reached; none is where only the caller's own phone cannot be called.
  let busyTrigger = 0;
  const ringing: string[] = [];
  const limitsOn = lineLimitsOf(number);
  for (const name of context.get("lines", number.key)?.phones ?? []) {
    const phone = context.get("phones", name);
    if (phone?.registration !== "registered") continue;
    isRegistered = true;
    const limits = limitsOn(name);
    const isFull = callsOnLine(context, phone, number.key) >= limits.busyTrigger;
    if (isFull) busyTrigger = Math.max(busyTrigger, limits.busyTrigger);
    if (isFull || name === caller) isBusy = true;
    else if (!isDndReject(phone)) ringing.push(name);
  }
  if (!isRegistered) unavailable(context, reached, number, "unregistered");
  else if (ringing.length > 0) ring(context, reached, number, ringing);
  else unavailable(context, reached, number, isBusy ? "busy" : "dndReject", busyTrigger);
}

function unavailable(
  context: StepContext,
  call: Call,
  number: DirectoryNumber,
  why: "unregistered" | "busy" | "dndReject",
  busyTrigger = 0,
): void {
  const kind = why === "unregistered" ? "unregistered" : "busy";
  if (!call.overridesForwarding && forwards(number.forward[kind])) {
    forwardCall(context, call, number, kind);
    return;
  }
  if (why === "unregistered") {
    reorder(context, call, "notRegistered");
    return;
  }
  const inputs = why === "busy" ? { number: number.pattern, busyTrigger } : { number: number.pattern };
  context.decide(why, subjectOf(call), inputs);
  setProgress(context, call, why === "busy" ? "busy" : "fastBusy");
}

function ring(context: StepContext, call: Call, number: DirectoryNumber, phones: readonly string[]): void {
  context.decide("rings", subjectOf(call), { number: number.pattern, phones: phones.length });
  setProgress(context, call, "ringing", { ringing: phones });
  for (const phone of phones) addCall(context, phone, call.id, false);
  context.setTimer("noAnswer", call.id, number.noAnswerSeconds * 1000);
}

/** The last phone that the call rang has lost its registration. */
export function giveUpLost(context: StepContext, call: Call): void {
  const number = call.reached === null ? undefined : context.get("numbers", call.reached);
  if (number?.kind === "directoryNumber") unavailable(context, call, number, "unregistered");
}

/** Nobody answered in time: forward for no answer, else reorder [OV-04]. */
export function giveUpRinging(context: StepContext, call: Call): void {
  const number = call.reached === null ? undefined : context.get("numbers", call.reached);
  if (number?.kind === "directoryNumber" && !call.overridesForwarding && forwards(number.forward.noAnswer)) {
    forwardCall(context, call, number, "noAnswer");
    return;
  }
  reorder(context, call, "noAnswer");
}
