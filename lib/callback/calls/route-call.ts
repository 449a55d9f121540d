import { findDestination, type Scope } from "@/lib/callback/calls/find-destination";
import { maximumHops } from "@/lib/callback/calls/maximum-hops";
import { setProgress } from "@/lib/callback/calls/progress";
import { sendSetup } from "@/lib/callback/calls/send-call";
import { isDndReject } from "@/lib/callback/phones/availability";
import { addCall, callsOnLine, updateCall } from "@/lib/callback/phones/phone-calls";
import type { Call, Destination, ReorderCause } from "@/lib/callback/state/call";
import type { DirectoryNumber } from "@/lib/callback/state/dial-plan";
import type { Turn } from "@/lib/callback/state/turn";
import type { ForwardTarget } from "@/lib/configuration/directory-number";

/** How long voice mail lets ring before it answers. */
export const voiceMailRingsFor = 3000;

export type ForwardKind = "all" | "busy" | "noAnswer" | "unregistered";

/** True when calls go elsewhere in that case. */
export function forwards(target: ForwardTarget): boolean {
  return target.voiceMail || target.destination !== null;
}

/** Brings a call to where its digits lead: something rings, goes out over a trunk, or the caller hears why not. */
export function routeCall(turn: Turn, call: Call, destination: Destination): void {
  switch (destination.kind) {
    case "nowhere":
      reorder(turn, call, destination.cause);
      return;
    case "trunk":
      // A call that came in over a trunk does not go out over one again.
      if (call.caller.kind === "remote") {
        reorder(turn, call, "noRoute");
        return;
      }
      sendSetup(turn, call, destination);
      return;
    case "number": {
      const number = turn.get("numbers", destination.number);
      if (!number) {
        reorder(turn, call, "unknownNumber");
        return;
      }
      if (number.kind === "directoryNumber") {
        offer(turn, call, number);
        return;
      }
      if (number.forwardTo === null) {
        reorder(turn, call, "routePointWithoutForward");
        return;
      }
      hop(turn, call, number.forwardTo, "everywhere");
      return;
    }
  }
}

function reorder(turn: Turn, call: Call, cause: ReorderCause): void {
  turn.decide("reorder", subjectOf(call), { cause, digits: call.digits });
  setProgress(turn, call, "reorder", { cause });
}

function subjectOf({ caller, request }: Call) {
  return { phone: caller.kind === "phone" ? caller.phone : null, request };
}

function hop(turn: Turn, call: Call, digits: string, scope: Scope): void {
  if (call.hops >= maximumHops) {
    reorder(turn, call, "forwardLoop");
    return;
  }
  const next = updateCall(turn, call, { hops: call.hops + 1 });
  routeCall(turn, next, findDestination(turn, digits, scope));
}

/**
 * Sends the call on as the number forwards it in that case. The first number to do so was the one that was dialled, or the
 * one at the end of a CTI route point: what it was found to be decides what a call back would wait for, whatever is heard.
 */
export function forwardCall(turn: Turn, offered: Call, number: DirectoryNumber, kind: ForwardKind): void {
  const { destination, voiceMail } = number.forward[kind];
  turn.decide("forwards", subjectOf(offered), { number: number.pattern, kind, destination, voiceMail });
  const call = offered.mode
    ? offered
    : updateCall(turn, offered, { mode: kind === "busy" ? "busy" : "noReply" });
  if (!voiceMail && destination !== null) {
    hop(turn, call, destination, { space: number.searchSpace });
    return;
  }
  turn.setTimer("voiceMail", call.id, voiceMailRingsFor);
  // Only calls that were forwarded by forward-all from the first number on are lost for call back [RS-04].
  const goesToVoiceMail = kind === "all" && call.reached === null;
  setProgress(turn, call, "ringing", { reached: number.key, goesToVoiceMail });
}

function offer(turn: Turn, call: Call, number: DirectoryNumber): void {
  const { forward } = number;
  if (!call.overridesForwarding && forwards(forward.all)) {
    forwardCall(turn, call, number, "all");
    return;
  }
  if (call.overridesForwarding)
    turn.decide("overridesForwarding", subjectOf(call), { number: number.pattern });
  const reached = updateCall(turn, call, { reached: number.key });
  const caller = call.caller.kind === "phone" ? call.caller.phone : null;
  let isRegistered = false;
  let isBusy = false;
  const ringing: string[] = [];
  for (const name of turn.get("lines", number.key)?.phones ?? []) {
    const phone = turn.get("phones", name);
    if (phone?.registration !== "registered") continue;
    isRegistered = true;
    const isFull = name === caller || callsOnLine(turn, phone, number.key) >= number.busyTrigger;
    if (isFull) isBusy = true;
    else if (!isDndReject(phone)) ringing.push(name);
  }
  if (!isRegistered) unavailable(turn, reached, number, "unregistered");
  else if (ringing.length > 0) ring(turn, reached, number, ringing);
  else unavailable(turn, reached, number, isBusy ? "busy" : "dndReject");
}

function unavailable(
  turn: Turn,
  call: Call,
  number: DirectoryNumber,
  why: "unregistered" | "busy" | "dndReject",
): void {
  const kind = why === "unregistered" ? "unregistered" : "busy";
  if (!call.overridesForwarding && forwards(number.forward[kind])) {
    forwardCall(turn, call, number, kind);
    return;
  }
  if (why === "unregistered") {
    reorder(turn, call, "notRegistered");
    return;
  }
  turn.decide(why, subjectOf(call), { number: number.pattern, busyTrigger: number.busyTrigger });
  setProgress(turn, call, why === "busy" ? "busy" : "fastBusy");
}

function ring(turn: Turn, call: Call, number: DirectoryNumber, phones: readonly string[]): void {
  turn.decide("rings", subjectOf(call), { number: number.pattern, phones: phones.length });
  setProgress(turn, call, "ringing", { ringing: phones });
  for (const phone of phones) addCall(turn, phone, call.id, false);
  turn.setTimer("noAnswer", call.id, number.noAnswerSeconds * 1000);
}

/** The last phone that the call rang has lost its registration. */
export function giveUpLost(turn: Turn, call: Call): void {
  const number = call.reached === null ? undefined : turn.get("numbers", call.reached);
  if (number?.kind === "directoryNumber") unavailable(turn, call, number, "unregistered");
}

/** Nobody answered in time: forward for no answer, else reorder [OV-04]. */
export function giveUpRinging(turn: Turn, call: Call): void {
  const number = call.reached === null ? undefined : turn.get("numbers", call.reached);
  if (number?.kind === "directoryNumber" && !call.overridesForwarding && forwards(number.forward.noAnswer)) {
    forwardCall(turn, call, number, "noAnswer");
    return;
  }
  reorder(turn, call, "noAnswer");
}
