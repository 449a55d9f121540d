import { releaseCall } from "@/lib/callback/calls/release";
import { endByFarSide } from "@/lib/callback/requests/receive-request";
import { isLive } from "@/lib/callback/requests/request-state";
import { endServed } from "@/lib/callback/requests/served";
import type { Turn } from "@/lib/callback/state/turn";

/** The link to another cluster is lost: its calls and requests end on this side, and the far side is not told. */
export function loseLink(turn: Turn, cluster: string): void {
  const requests = turn.keysOfLink("requests", cluster);
  const served = turn.keysOfLink("served", cluster);
  for (const id of turn.keysOfLink("calls", cluster)) {
    const call = turn.get("calls", id);
    if (call) releaseCall(turn, call, false);
  }
  for (const id of requests) {
    const request = turn.get("requests", id);
    if (isLive(request)) endByFarSide(turn, request, "linkLost");
  }
  for (const id of served) {
    const one = turn.get("served", id);
    if (one) endServed(turn, one, "nothing");
  }
}
