import { endRequest } from "@/lib/callback/requests/end-request";
import { reconsider } from "@/lib/callback/requests/queue";
import { about, hideRequest, isLive, setState } from "@/lib/callback/requests/request-state";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Rows 28, 28b and 28c: A's phone loses its registration by a reset, a restart or the plug [TS-01, TS-02]. */
export function loseOriginator(context: StepContext, { request, replacement }: Phone): void {
  for (const id of [replacement, request]) {
    const live = id === null ? undefined : context.get("requests", id);
    if (isLive(live)) loseRequest(context, live);
  }
}

function loseRequest(context: StepContext, request: CallBackRequest): void {
  const { state, originator } = request;
  switch (state) {
    case "requested":
    case "active":
      cancelOrKeep(context, request);
      return;
    case "suspended":
      if (!request.wasReady) {
        cancelOrKeep(context, request);
        return;
      }
      context.decide("28b", about(request), { from: state, to: "readyLate" });
      becomeLate(context, request);
      return;
    case "ready":
    case "readyLate":
    case "readyDndReject":
      context.decide("28b", about(request), { from: state, to: state });
      hideRequest(context, originator.phone);
      return;
    case "calling":
      context.decide("28c", about(request), { from: state, to: "readyLate" });
      becomeLate(context, request);
      return;
    case "ended":
      return;
  }
}

/** Dial is there again with the key, unless B refuses calls by then. */
function becomeLate(context: StepContext, request: CallBackRequest): void {
  setState(context, request, "readyLate");
  const { target } = request;
  if (target.kind === "local") reconsider(context, target.watched, request.id);
}

/** The service parameter Call Back on Originator Reset decides (row 28). */
function cancelOrKeep(context: StepContext, request: CallBackRequest): void {
  const { onOriginatorReset } = context.parameters;
  if (onOriginatorReset === "cancel") {
    endRequest(context, request, "originatorReset", "28");
    return;
  }
  context.decide("28", about(request), { from: request.state, to: request.state, onOriginatorReset });
}
