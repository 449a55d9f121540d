import { releaseCall } from "@/lib/callback/calls/release";
import { updateCall, updatePhone } from "@/lib/callback/phones/phone-calls";
import { callsOf, isHeldBy, sideOf } from "@/lib/callback/phones/sides";
import type { Call } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Puts a connected call of the phone on hold. */
export function holdCall(context: StepContext, call: Call, phone: string): void {
  const side = sideOf(call, phone);
  if (side !== "rung") updateCall(context, call, { heldBy: [...call.heldBy, side] });
}

/** Takes the phone's hold from a call. */
export function unholdCall(context: StepContext, call: Call, phone: string): Call {
  const side = sideOf(call, phone);
  return updateCall(context, call, { heldBy: call.heldBy.filter((holder) => holder !== side) });
}

/**
 * A phone talks in one call at a time: before it turns to another, connected ones are held, and those that it has
 * not got through with are released.
 */
export function makeRoom(context: StepContext, name: string, exceptCall: string | null): void {
  const phone = context.get("phones", name);
  if (!phone) return;
  for (const call of callsOf(context, phone)) {
    if (call.id === exceptCall || sideOf(call, name) === "rung" || isHeldBy(call, name)) continue;
    if (call.phase === "connected" && call.callee?.kind !== "voiceMail") holdCall(context, call, name);
    else releaseCall(context, call);
  }
}

/** Turns the phone to a call: it is selected, the handset is up. */
export function turnTo(context: StepContext, phone: string, call: string): void {
  updatePhone(context, phone, { hook: "off", selected: call });
}
