import { endRequest } from "@/lib/callback/requests/end-request";
import { reconsider } from "@/lib/callback/requests/queue";
import { about, hideRequest, isLive, setState } from "@/lib/callback/requests/request-state";
import { stay } from "@/lib/callback/requests/request-table";
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
      context.decide("lostWhenReady", about(request), { from: state, to: "readyLate" });
      becomeLate(context, request, "lostWhenReady");
      return;
    case "ready":
    case "readyLate":
    case "readyDndReject":
      stay(context, about(request), "lostWhenReady", { from: state, to: state });
      hideRequest(context, originator.phone);
      return;
    case "calling":
      context.decide("lostWhileCalling", about(request), { from: state, to: "readyLate" });
      becomeLate(context, request, "lostWhileCalling");
      return;
    case "ended":
      return;
  }
}

/** Dial is there again with the key, unless B refuses calls by then. */
function becomeLate(
  context: StepContext,
  request: CallBackRequest,
  row: "lostWhenReady" | "lostWhileCalling",
): void {
  setState(context, request, row, "readyLate");
  const { target } = request;
  if (target.kind === "local") reconsider(context, target.watched, request.id);
}

/** The service parameter Call Back on Originator Reset decides (row 28). */
function cancelOrKeep(context: StepContext, request: CallBackRequest): void {
  const { onOriginatorReset } = context.parameters;
  if (onOriginatorReset === "cancel") {
    endRequest(context, request, "originatorReset", "lostBeforeReady");
    return;
  }
  stay(context, about(request), "lostBeforeReady", {
    from: request.state,
    to: request.state,
    onOriginatorReset,
  });
}
