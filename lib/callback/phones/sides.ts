import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { Phone } from "@/lib/callback/state/phone";
import type { Reader } from "@/lib/callback/state/world";

/** What a phone is in a call: the one who called, the one who answered, or one that is being rung. */
export type Side = "caller" | "callee" | "rung";

/** The side of the phone in the call; a phone with the call is on one of them. */
export function sideOf(call: Call, phone: string): Side {
  if (call.caller.kind === "phone" && call.caller.phone === phone) return "caller";
  return call.callee?.kind === "phone" && call.callee.phone === phone ? "callee" : "rung";
}

/** The other party of a phone that is not being rung; null while nobody has answered. */
export function otherEnd(call: Call, side: "caller" | "callee"): CallEnd | null {
  return side === "caller" ? call.callee : call.caller;
}

/** The calls of a phone, in the order in which they came. */
export function callsOf(reader: Reader, phone: Phone): Call[] {
  const calls: Call[] = [];
  for (const id of phone.calls) {
    const call = reader.get("calls", id);
    if (call) calls.push(call);
  }
  return calls;
}

/** True when the phone itself has put the call on hold. */
export function isHeldBy(call: Call, phone: string): boolean {
  const side = sideOf(call, phone);
  return side !== "rung" && call.heldBy.includes(side);
}

/** The line of the phone that the call is on. */
export function lineOf(call: Call, phone: string): string | null {
  switch (sideOf(call, phone)) {
    case "caller":
      return call.caller.kind === "phone" ? call.caller.line : null;
    case "callee":
      return call.callee?.kind === "phone" ? call.callee.line : null;
    case "rung":
      return call.reached;
  }
}
