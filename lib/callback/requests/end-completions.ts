import { endRequest } from "@/lib/callback/requests/end-request";
import { waitersOf } from "@/lib/callback/requests/queue";
import { isLive } from "@/lib/callback/requests/request-state";
import { endServed } from "@/lib/callback/requests/served";
import type { Phone } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Row 27: a login or logout ends every request of the device and every request for a number on it [IN-08]. */
export function endCompletionsOf(context: StepContext, phone: Phone): void {
  for (const id of [phone.request, phone.replacement]) {
    const request = id === null ? undefined : context.get("requests", id);
    if (isLive(request)) endRequest(context, request, "extensionMobility", "userChanged");
  }
  for (const { number } of phone.running.lines) {
    // A copy: the queue shrinks while it is walked.
    for (const { id } of [...waitersOf(context, number)]) {
      const request = context.get("requests", id);
      if (isLive(request)) endRequest(context, request, "extensionMobility", "userChanged");
      const served = context.get("served", id);
      if (served) endServed(context, served, "userChanged");
    }
  }
}
