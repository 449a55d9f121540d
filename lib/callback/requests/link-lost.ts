import { releaseCall } from "@/lib/callback/calls/release";
import { endByFarSide } from "@/lib/callback/requests/receive-request";
import { isLive } from "@/lib/callback/requests/request-state";
import { endServed } from "@/lib/callback/requests/served";
import type { StepContext } from "@/lib/callback/state/step-context";

/** The link to another cluster is lost: its calls and requests end on this side, and the far side is not told. */
export function loseLink(context: StepContext, cluster: string): void {
  const requests = context.keysOfLink("requests", cluster);
  const served = context.keysOfLink("served", cluster);
  for (const id of context.keysOfLink("calls", cluster)) {
    const call = context.get("calls", id);
    if (call) releaseCall(context, call, false);
  }
  for (const id of requests) {
    const request = context.get("requests", id);
    if (isLive(request)) endByFarSide(context, request, "linkLost");
  }
  for (const id of served) {
    const one = context.get("served", id);
    if (one) endServed(context, one, "farSideEnded");
  }
}
