import { holdCall } from "@/lib/callback/calls/make-room";
import { startCall } from "@/lib/callback/calls/new-call";
import { dropCall, updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { otherEnd, sideOf } from "@/lib/callback/phones/sides";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { Turn } from "@/lib/callback/state/turn";

/** The first press of Transfer: the call is held, and a consultation call gets dial tone. False: no room. */
export function startTransfer(turn: Turn, name: string, call: Call): boolean {
  if (call.callee?.kind === "voiceMail") return false;
  if (!call.heldBy.includes(sideOf(call, name) === "caller" ? "caller" : "callee"))
    holdCall(turn, call, name);
  return startCall(turn, name, { purpose: "transfer", consultationFor: call.id }) !== null;
}

/** Puts the end in place of the one that leaves the call. */
function replaceEnd(turn: Turn, call: Call, leaving: "caller" | "callee", end: CallEnd): void {
  updateCall(turn, call, {
    [leaving]: end,
    heldBy: call.heldBy.filter((holder) => holder !== leaving),
    purpose: "talk",
    consultationFor: null,
  });
}

/** The phone of the end has the one call in place of the other. */
function exchange(turn: Turn, end: CallEnd, from: string, to: string): void {
  const phone = end.kind === "phone" ? turn.get("phones", end.phone) : undefined;
  if (!phone) return;
  updatePhone(turn, phone.name, {
    calls: phone.calls.map((id) => (id === from ? to : id)),
    selected: phone.selected === from ? to : phone.selected,
  });
}

/**
 * The second press of Transfer: the held party and the consulted one, who may still be rung, have a call with each
 * other, and the phone is out of both. Between two trunks, and to a trunk's caller while it rings, it is refused.
 * @returns false when it is refused
 */
export function completeTransfer(turn: Turn, name: string, consultation: Call): boolean {
  const held = consultation.consultationFor && turn.get("calls", consultation.consultationFor);
  if (!held || (consultation.phase !== "connected" && consultation.phase !== "ringing")) return false;
  const side = sideOf(held, name);
  if (side === "rung") return false;
  const party = otherEnd(held, side);
  const consulted = consultation.callee;
  if (!party || party.kind === "voiceMail" || consulted?.kind === "voiceMail") return false;
  if (party.kind === "phone") {
    if (consultation.ringing.includes(party.phone)) return false;
    if (consulted?.kind === "phone" && consulted.phone === party.phone) return false;
    exchange(turn, party, held.id, consultation.id);
    leaveBoth(turn, name, held, consultation);
    turn.put("calls", held.id, null);
    replaceEnd(turn, turn.get("calls", consultation.id) ?? consultation, "caller", party);
    return true;
  }
  if (consulted?.kind !== "phone") return false;
  exchange(turn, consulted, consultation.id, held.id);
  leaveBoth(turn, name, held, consultation);
  turn.put("calls", consultation.id, null);
  replaceEnd(turn, held, side, consulted);
  return true;
}

function leaveBoth(turn: Turn, name: string, held: Call, consultation: Call): void {
  dropCall(turn, name, consultation.id);
  dropCall(turn, name, held.id);
}
