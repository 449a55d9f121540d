import { findDestination } from "@/lib/callback/calls/find-destination";
import { routeEnd } from "@/lib/callback/calls/route-point-end";
import { serviceDuration, whyUseIsNeeded } from "@/lib/callback/requests/activate";
import { join, reconsider } from "@/lib/callback/requests/queue";
import { isUnsupported, passesCharacterRule } from "@/lib/callback/requests/refusal";
import { answer, servedId } from "@/lib/callback/requests/served";
import { holdServedToTable, servedTable } from "@/lib/callback/requests/served-table";
import type { Refusal } from "@/lib/callback/state/refusals";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { RequestMessage } from "@/lib/callback/state/trunk-messages";

type Asked = Extract<RequestMessage, { kind: "ccRequest" }>;

/** Why this cluster cannot call back to the number for another, or the line to watch. */
function checkServable(
  context: StepContext,
  { to, caller }: Asked,
): { readonly refusal: Refusal } | { readonly watched: string } {
  if (!context.parameters.isEnabled) return { refusal: "noQsigRoute" };
  const destination = findDestination(context, to, "everywhere");
  if (destination.kind !== "number") return { refusal: "unknownNumber" };
  const end = routeEnd(context, destination.number);
  if ("refusal" in end) return end;
  const { number } = end;
  if (isUnsupported(context, number.key)) return { refusal: "unsupportedDevice" };
  if (number.forward.all.voiceMail) return { refusal: "forwardedToVoiceMail" };
  const { characterRule } = context.parameters;
  const texts = [caller.number, caller.name, to, number.alertingName];
  if (!texts.every((text) => passesCharacterRule(characterRule, text))) return { refusal: "characterRule" };
  return { watched: number.key };
}

/** Another cluster asks for call back to a number here [OV-02]. Asked twice, it is accepted once. */
export function serveRequest(context: StepContext, cluster: string, asked: Asked): void {
  const { request, mode, caller } = asked;
  const id = servedId(cluster, request);
  const known = context.get("served", id);
  if (known) {
    holdServedToTable(context, id, "acceptedBefore", known.state);
    answer(context, cluster, { kind: "ccAccept", request });
    return;
  }
  const checked = checkServable(context, asked);
  if ("refusal" in checked) {
    holdServedToTable(context, id, "refused", "none");
    context.decide(
      "served",
      { request },
      { what: servedTable.refused.says, number: asked.to, refusal: checked.refusal },
    );
    answer(context, cluster, { kind: "ccReject", request });
    return;
  }
  const { watched } = checked;
  holdServedToTable(context, id, "accepted", "waiting");
  context.decide("served", { request }, { what: servedTable.accepted.says, number: asked.to, mode });
  const { to: digits } = asked;
  context.put("served", id, {
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
  context.setTimer("T2", id, serviceDuration(context, mode));
  join(context, watched, {
    id,
    kind: "served",
    needsUse: whyUseIsNeeded(context, watched, mode) !== null,
    since: context.now,
  });
  answer(context, cluster, { kind: "ccAccept", request });
  reconsider(context, watched, id);
}
