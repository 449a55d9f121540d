import { findDestination } from "@/lib/callback/calls/find-destination";
import { routeEnd } from "@/lib/callback/calls/route-point-end";
import { serviceDuration, whyUseIsNeeded } from "@/lib/callback/requests/activate";
import { join, reconsider } from "@/lib/callback/requests/queue";
import { isUnsupported, passesCharacterRule } from "@/lib/callback/requests/refusal";
import { answer, servedId } from "@/lib/callback/requests/served";
import type { Refusal } from "@/lib/callback/state/refusals";
import type { RequestMessage } from "@/lib/callback/state/trunk-messages";
import type { Turn } from "@/lib/callback/state/turn";

type Asked = Extract<RequestMessage, { kind: "ccRequest" }>;

/** Why this cluster cannot call back to the number for another, or the line to watch. */
function checkServable(
  turn: Turn,
  { to, caller }: Asked,
): { readonly refusal: Refusal } | { readonly watched: string } {
  if (!turn.parameters.isEnabled) return { refusal: "noQsigRoute" };
  const destination = findDestination(turn, to, "everywhere");
  if (destination.kind !== "number") return { refusal: "unknownNumber" };
  const end = routeEnd(turn, destination.number);
  if ("refusal" in end) return end;
  const { number } = end;
  if (isUnsupported(turn, number.key)) return { refusal: "unsupportedDevice" };
  if (number.forward.all.voiceMail) return { refusal: "forwardedToVoiceMail" };
  const { characterRule } = turn.parameters;
  const texts = [caller.number, caller.name, to, number.alertingName];
  if (!texts.every((text) => passesCharacterRule(characterRule, text))) return { refusal: "characterRule" };
  return { watched: number.key };
}

/** Another cluster asks for call back to a number here [OV-02]. Asked twice, it is accepted once. */
export function serveRequest(turn: Turn, cluster: string, asked: Asked): void {
  const { request, mode, caller } = asked;
  const id = servedId(cluster, request);
  if (turn.get("served", id)) {
    answer(turn, cluster, { kind: "ccAccept", request });
    return;
  }
  const checked = checkServable(turn, asked);
  if ("refusal" in checked) {
    turn.decide("served", { request }, { what: "rejected", number: asked.to, refusal: checked.refusal });
    answer(turn, cluster, { kind: "ccReject", request });
    return;
  }
  const { watched } = checked;
  turn.decide("served", { request }, { what: "accepted", number: asked.to, mode });
  const { to: digits } = asked;
  turn.put("served", id, {
    id,
    cluster,
    request,
    caller,
    digits,
    watched,
    state: "waiting",
    heard: 0,
    sent: 0,
  });
  turn.setTimer("T2", id, serviceDuration(turn, mode));
  join(turn, watched, {
    id,
    kind: "served",
    needsUse: whyUseIsNeeded(turn, watched, mode) !== null,
    since: turn.now,
  });
  answer(turn, cluster, { kind: "ccAccept", request });
  reconsider(turn, watched, id);
}
