import { isHeldBy, sideOf } from "@/lib/callback/phones/sides";
import type { Call } from "@/lib/callback/state/call";
import type { CallState } from "@/lib/catalog/call-states";

/**
 * The call state in which the phone has the call: it decides the softkeys. Ringback, busy and reorder are all
 * Ring Out, of a consultation Connected Transfer like the connected one.
 */
export function callStateOf(call: Call, phone: string): CallState {
  if (sideOf(call, phone) === "rung") return "Ring In";
  if (isHeldBy(call, phone)) return "On Hold";
  const isConsultation = call.purpose === "transfer" && sideOf(call, phone) === "caller";
  switch (call.phase) {
    case "collecting":
      if (call.digits !== "") return "Digits After First";
      return call.purpose === "talk" ? "Off Hook" : "Off Hook With Feature";
    case "connected":
      return isConsultation ? "Connected Transfer" : "Connected";
    case "proceeding":
    case "ringing":
    case "busy":
    case "fastBusy":
    case "reorder":
      return isConsultation ? "Connected Transfer" : "Ring Out";
  }
}

/** True when the caller hears ringback, busy, fast busy or reorder: call back is offered [OV-03, OV-04]. */
export function isOffered(call: Call): boolean {
  switch (call.phase) {
    case "ringing":
    case "busy":
    case "fastBusy":
    case "reorder":
      return true;
    case "connected":
      return call.goesToVoiceMail;
    case "collecting":
    case "proceeding":
      return false;
  }
}
