import { dropCall, updateCall } from "@/lib/callback/phones/phone-calls";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";

function tellFarSide(context: StepContext, call: Call): void {
  const cluster = farCluster(call);
  if (cluster !== null) {
    context.emit({ kind: "sendTrunkMessage", cluster, message: { kind: "callReleased", call: call.id } });
  }
}

/** The other cluster of a call that goes over a trunk, else null. */
export function farCluster(call: Call): string | null {
  return call.outbound?.cluster ?? (call.caller.kind === "remote" ? call.caller.cluster : null);
}

function leave(context: StepContext, end: CallEnd | null, call: string): void {
  if (end?.kind === "phone") dropCall(context, end.phone, call);
}

/** Stops ringing every phone but this one. */
export function stopRinging(context: StepContext, call: Call, except: string | null = null): Call {
  if (call.phase !== "ringing") return call;
  context.clearTimer("noAnswer", call.id);
  context.clearTimer("voiceMail", call.id);
  for (const phone of call.ringing) if (phone !== except) dropCall(context, phone, call.id);
  return updateCall(context, call, { ringing: [] });
}

/**
 * Ends a call for everybody. A party that is left goes on hook unless it has another call.
 * @param isFarSideTold false when the far side ended it, or its link is lost
 */
export function releaseCall(context: StepContext, call: Call, isFarSideTold = true): void {
  const silent = stopRinging(context, call);
  if (call.phase === "collecting") context.clearTimer("interDigit", call.id);
  if (isFarSideTold) tellFarSide(context, call);
  context.put("calls", call.id, null);
  leave(context, silent.caller, call.id);
  leave(context, silent.callee, call.id);
}
