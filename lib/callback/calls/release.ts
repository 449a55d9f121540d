import { dropCall, updateCall } from "@/lib/callback/phones/phone-calls";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { Turn } from "@/lib/callback/state/turn";

function tellFarSide(turn: Turn, call: Call): void {
  const cluster = farCluster(call);
  if (cluster !== null) {
    turn.emit({ kind: "sendTrunkMessage", cluster, message: { kind: "callReleased", call: call.id } });
  }
}

/** The other cluster of a call that goes over a trunk, else null. */
export function farCluster(call: Call): string | null {
  return call.outbound?.cluster ?? (call.caller.kind === "remote" ? call.caller.cluster : null);
}

function leave(turn: Turn, end: CallEnd | null, call: string): void {
  if (end?.kind === "phone") dropCall(turn, end.phone, call);
}

/** Stops ringing every phone but this one. */
export function stopRinging(turn: Turn, call: Call, except: string | null = null): Call {
  if (call.phase !== "ringing") return call;
  turn.clearTimer("noAnswer", call.id);
  turn.clearTimer("voiceMail", call.id);
  for (const phone of call.ringing) if (phone !== except) dropCall(turn, phone, call.id);
  return updateCall(turn, call, { ringing: [] });
}

/**
 * Ends a call for everybody. A party that is left goes on hook unless it has another call.
 * @param isFarSideTold false when the far side ended it, or its link is lost
 */
export function releaseCall(turn: Turn, call: Call, isFarSideTold = true): void {
  const silent = stopRinging(turn, call);
  if (call.phase === "collecting") turn.clearTimer("interDigit", call.id);
  if (isFarSideTold) tellFarSide(turn, call);
  turn.put("calls", call.id, null);
  leave(turn, silent.caller, call.id);
  leave(turn, silent.callee, call.id);
}
