import { endRequest } from "@/lib/callback/requests/end-request";
import { waitersOf } from "@/lib/callback/requests/queue";
import { isLive } from "@/lib/callback/requests/request-state";
import { endServed } from "@/lib/callback/requests/served";
import type { Phone } from "@/lib/callback/state/phone";
import type { Turn } from "@/lib/callback/state/turn";

/** Row 27: a login or logout ends every request of the device and every request for a number on it [IN-08]. */
export function endCompletionsOf(turn: Turn, phone: Phone): void {
  for (const id of [phone.request, phone.replacement]) {
    const request = id === null ? undefined : turn.get("requests", id);
    if (isLive(request)) endRequest(turn, request, "extensionMobility", "27");
  }
  for (const { number } of phone.running.lines) {
    // A copy: the queue shrinks while it is walked.
    for (const { id } of [...waitersOf(turn, number)]) {
      const request = turn.get("requests", id);
      if (isLive(request)) endRequest(turn, request, "extensionMobility", "27");
      const served = turn.get("served", id);
      if (served) endServed(turn, served, "over");
    }
  }
}
