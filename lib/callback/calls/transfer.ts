import { holdCall } from "@/lib/callback/calls/make-room";
import { startCall } from "@/lib/callback/calls/new-call";
import { dropCall, updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { otherEnd, sideOf } from "@/lib/callback/phones/sides";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";

/** The first press of Transfer: the call is held, and a consultation call gets dial tone. False: no room. */
export function startTransfer(context: StepContext, name: string, call: Call): boolean {
  if (call.callee?.kind === "voiceMail") return false;
  if (!call.heldBy.includes(sideOf(call, name) === "caller" ? "caller" : "callee"))
    holdCall(context, call, name);
  return startCall(context, name, { purpose: "transfer", consultationFor: call.id }) !== null;
}

/** Puts the end in place of the one that leaves the call. */
function replaceEnd(context: StepContext, call: Call, leaving: "caller" | "callee", end: CallEnd): void {
  updateCall(context, call, {
    [leaving]: end,
    heldBy: call.heldBy.filter((holder) => holder !== leaving),
    purpose: "talk",
    consultationFor: null,
  });
}

/** The phone of the end has the one call in place of the other. */
function exchange(context: StepContext, end: CallEnd, from: string, to: string): void {
  const phone = end.kind === "phone" ? context.get("phones", end.phone) : undefined;
  if (!phone) return;
  updatePhone(context, phone.name, {
    calls: phone.calls.map((id) => (id === from ? to : id)),
    selected: phone.selected === from ? to : phone.selected,
  });
}

/**
 * The second press of Transfer: the held party and the consulted one, who may still be rung, have a call with each
 * other, and the phone is out of both. Between two trunks, and to a trunk's caller while it rings, it is refused.
 * @returns false when it is refused
 */
export function completeTransfer(context: StepContext, name: string, consultation: Call): boolean {
  const held = consultation.consultationFor && context.get("calls", consultation.consultationFor);
  if (!held || (consultation.phase !== "connected" && consultation.phase !== "ringing")) return false;
  const side = sideOf(held, name);
  if (side === "rung") return false;
  const party = otherEnd(held, side);
  const consulted = consultation.callee;
  if (!party || party.kind === "voiceMail" || consulted?.kind === "voiceMail") return false;
  if (party.kind === "phone") {
    if (consultation.ringing.includes(party.phone)) return false;
    if (consulted?.kind === "phone" && consulted.phone === party.phone) return false;
    exchange(context, party, held.id, consultation.id);
    leaveBoth(context, name, held, consultation);
    context.put("calls", held.id, null);
    replaceEnd(context, context.get("calls", consultation.id) ?? consultation, "caller", party);
    return true;
  }
  if (consulted?.kind !== "phone") return false;
  exchange(context, consulted, consultation.id, held.id);
  leaveBoth(context, name, held, consultation);
  context.put("calls", consultation.id, null);
  replaceEnd(context, held, side, consulted);
  return true;
}

function leaveBoth(context: StepContext, name: string, held: Call, consultation: Call): void {
  dropCall(context, name, consultation.id);
  dropCall(context, name, held.id);
}
