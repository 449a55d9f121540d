import { isFree } from "@/lib/callback/phones/availability";
import { showScreen } from "@/lib/callback/phones/show-screen";
import { accept } from "@/lib/callback/requests/activate";
import { endRequest } from "@/lib/callback/requests/end-request";
import { notify, suspend } from "@/lib/callback/requests/notify";
import { about, isLive } from "@/lib/callback/requests/request-state";
import { stay } from "@/lib/callback/requests/request-table";
import { serveRequest } from "@/lib/callback/requests/serve-request";
import { endServed, resumeServed, servedId, suspendServed } from "@/lib/callback/requests/served";
import type { CallBackRequest, EndReason } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { RequestMessage } from "@/lib/callback/state/trunk-messages";

/** A message about a request for call back; repeated and late ones change nothing. */
export function receiveRequestMessage(context: StepContext, from: string, message: RequestMessage): void {
  const served = context.get("served", servedId(from, message.request));
  switch (message.kind) {
    case "ccRequest":
      serveRequest(context, from, message);
      return;
    case "suspend":
      if (served) suspendServed(context, served, message.count);
      return;
    case "resume":
      if (served) resumeServed(context, served, message.count);
      return;
    case "ccCancel":
      if (served) endServed(context, served, "farSideEnded");
      else receiveEnd(context, from, message.request, message.reason);
      return;
    case "ccReject":
      receiveEnd(context, from, message.request);
      return;
    case "ccAccept":
    case "remoteUserFree": {
      const request = ownRequest(context, from, message.request);
      if (!request) {
        tellItIsOver(context, from, message);
        return;
      }
      if (message.kind === "ccAccept") receiveAccept(context, request);
      else receiveUserFree(context, request, message.count);
      return;
    }
  }
}

function ownRequest(context: StepContext, from: string, id: string): CallBackRequest | null {
  const request = context.get("requests", id);
  return isLive(request) && request.target.kind === "remote" && request.target.cluster === from
    ? request
    : null;
}

/** Row 32: this cluster knows nothing (any more) of such a request. */
function tellItIsOver(context: StepContext, cluster: string, { kind, request }: RequestMessage): void {
  stay(context, { request }, "messageTooLate", { message: kind });
  context.emit({ kind: "sendTrunkMessage", cluster, message: { kind: "ccCancel", request } });
}

/** Row 10; an accepted request that replaces another ends it in the same step (row 8). */
function receiveAccept(
  context: StepContext,
  request: CallBackRequest,
  row: "farSideAnswered" | "freeBeforeAccept" = "farSideAnswered",
): CallBackRequest {
  if (request.state !== "requested") return request;
  context.decide(row, about(request), { number: request.target.digits, from: "requested" });
  const phone = context.get("phones", request.originator.phone);
  const replaced = phone?.replacement === request.id && phone.request !== null;
  const old = replaced && phone?.request ? context.get("requests", phone.request) : undefined;
  if (isLive(old)) endRequest(context, old, "replaced", "replaced");
  return accept(context, request, row);
}

/** Rows 10b, 11, 12 and 28d: B is free in the other cluster. */
function receiveUserFree(context: StepContext, asked: CallBackRequest, count: number): void {
  const request = asked.state === "requested" ? receiveAccept(context, asked, "freeBeforeAccept") : asked;
  const phone = context.get("phones", request.originator.phone);
  if (!phone || request.state !== "active" || count <= request.heard || phone.replacement !== null) return;
  const heard = { ...request, heard: count };
  if (phone.registration !== "registered") {
    notify(context, heard, "readyWhileHidden");
    return;
  }
  if (isFree(context, phone)) {
    notify(context, heard, "bothFree");
    return;
  }
  suspend(context, heard, "originatorNotFree");
}

/** The far side does not want it, or no longer (rows 10 and 31), or knows that A and B talk (row 29). */
function receiveEnd(context: StepContext, from: string, id: string, reason?: "completed"): void {
  const request = ownRequest(context, from, id);
  if (request && reason) endRequest(context, request, reason, "joinedOtherwise");
  else if (request) endByFarSide(context, request, "rejected");
}

/** Ends a request for a remote target without its user's doing; one that was never accepted says so [TS-05]. */
export function endByFarSide(context: StepContext, request: CallBackRequest, reason: EndReason): void {
  const wasRequested = request.state === "requested";
  endRequest(context, request, reason, wasRequested ? "farSideAnswered" : "farSideEnded");
  const { phone } = request.originator;
  if (wasRequested && context.get("phones", phone)?.registration === "registered") {
    showScreen(context, phone, { kind: "callBackCannotActivate", number: request.target.digits });
  }
}
