import { releaseCall } from "@/lib/callback/calls/release";
import { showScreen } from "@/lib/callback/phones/show-screen";
import { endRequest } from "@/lib/callback/requests/end-request";
import { isLive } from "@/lib/callback/requests/request-state";
import { endServed } from "@/lib/callback/requests/served";
import type { Call } from "@/lib/callback/state/call";
import type { StepContext } from "@/lib/callback/state/step-context";
import { trunkCatalogue } from "@/lib/catalog/trunk-types";
import { matchesRoutePattern } from "@/lib/configuration/route-patterns/match-pattern";

/** True when the trunk carries call back to that cluster. */
function isQsigTo(context: StepContext, key: string, cluster: string): boolean {
  const trunk = context.get("trunks", key);
  return trunk?.cluster === cluster && trunkCatalogue[trunk.type].hasQsig;
}

/** Some QSIG trunk joins the clusters. */
function isJoined(context: StepContext, cluster: string): boolean {
  return context.keysOf("trunks").some((key) => isQsigTo(context, key, cluster));
}

/** Some route pattern, of any partition, leads the digits over a QSIG trunk to the cluster. */
function isReachable(context: StepContext, cluster: string, digits: string): boolean {
  return context
    .keysOf("routePatterns")
    .flatMap((partition) => context.get("routePatterns", partition)?.patterns ?? [])
    .some(({ pattern, trunk }) => matchesRoutePattern(pattern, digits) && isQsigTo(context, trunk, cluster));
}

/** Over which trunk a call goes to or comes from which cluster; the trunk is null of calls that came in long ago. */
function linkOf({
  outbound,
  caller,
}: Call): { readonly cluster: string; readonly trunk: string | null } | null {
  if (outbound) return outbound;
  return caller.kind === "remote" ? caller : null;
}

/** A call ends with its own trunk, or when that leads to another cluster. */
export function judgeCall(context: StepContext, id: string): void {
  const call = context.get("calls", id);
  const link = call ? linkOf(call) : null;
  if (!call || !link) return;
  const trunks = link.trunk === null ? context.keysOf("trunks") : [link.trunk];
  if (!trunks.some((key) => context.get("trunks", key)?.cluster === link.cluster))
    releaseCall(context, call, false);
}

/** Row 31b: no way is left to the cluster of the target. One that was never accepted says so [TS-05]. */
export function judgeRequestLink(context: StepContext, id: string): void {
  const request = context.get("requests", id);
  if (!isLive(request) || request.target.kind !== "remote") return;
  const { cluster, digits } = request.target;
  if (isReachable(context, cluster, digits)) return;
  endRequest(context, request, "linkLost", "noRouteLeft");
  const { phone } = request.originator;
  if (request.state === "requested" && context.get("phones", phone)?.registration === "registered")
    showScreen(context, phone, { kind: "callBackCannotActivate", number: digits });
}

/** The served side of row 31b: nothing joins the clusters any more. */
export function judgeServedLink(context: StepContext, id: string): void {
  const served = context.get("served", id);
  if (served && !isJoined(context, served.cluster)) endServed(context, served, "noRouteLeft");
}
