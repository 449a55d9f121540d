import { endRequest } from "@/lib/callback/requests/end-request";
import { reconsider } from "@/lib/callback/requests/queue";
import { about, hideRequest, isLive, setState } from "@/lib/callback/requests/request-state";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** Rows 28, 28b and 28c: A's phone loses its registration by a reset, a restart or the plug [TS-01, TS-02]. */
export function loseOriginator(turn: Turn, { request, replacement }: Phone): void {
  for (const id of [replacement, request]) {
    const live = id === null ? undefined : turn.get("requests", id);
    if (isLive(live)) loseRequest(turn, live);
  }
}

function loseRequest(turn: Turn, request: CallBackRequest): void {
  const { state, originator } = request;
  switch (state) {
    case "requested":
    case "active":
      cancelOrKeep(turn, request);
      return;
    case "suspended":
      if (!request.wasReady) {
        cancelOrKeep(turn, request);
        return;
      }
      turn.decide("28b", about(request), { from: state, to: "readyLate" });
      becomeLate(turn, request);
      return;
    case "ready":
    case "readyLate":
    case "readyDndReject":
      turn.decide("28b", about(request), { from: state, to: state });
      hideRequest(turn, originator.phone);
      return;
    case "calling":
      turn.decide("28c", about(request), { from: state, to: "readyLate" });
      becomeLate(turn, request);
      return;
    case "ended":
      return;
  }
}

/** Dial is there again with the key, unless B refuses calls by then. */
function becomeLate(turn: Turn, request: CallBackRequest): void {
  setState(turn, request, "readyLate");
  const { target } = request;
  if (target.kind === "local") reconsider(turn, target.watched, request.id);
}

/** The service parameter Call Back on Originator Reset decides (row 28). */
function cancelOrKeep(turn: Turn, request: CallBackRequest): void {
  const { onOriginatorReset } = turn.parameters;
  if (onOriginatorReset === "cancel") {
    endRequest(turn, request, "originatorReset", "28");
    return;
  }
  turn.decide("28", about(request), { from: request.state, to: request.state, onOriginatorReset });
}
