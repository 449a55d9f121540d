import { isFree } from "@/lib/callback/phones/availability";
import { showScreen } from "@/lib/callback/phones/show-screen";
import { accept } from "@/lib/callback/requests/activate";
import { endRequest } from "@/lib/callback/requests/end-request";
import { notify, suspend } from "@/lib/callback/requests/notify";
import { about, isLive } from "@/lib/callback/requests/request-state";
import { serveRequest } from "@/lib/callback/requests/serve-request";
import { endServed, resumeServed, servedId, suspendServed } from "@/lib/callback/requests/served";
import type { CallBackRequest, EndReason } from "@/lib/callback/state/request";
import type { RequestMessage } from "@/lib/callback/state/trunk-messages";
import type { Turn } from "@/lib/callback/state/turn";

/** A message about a request for call back; repeated and late ones change nothing. */
export function receiveRequestMessage(turn: Turn, from: string, message: RequestMessage): void {
  const served = turn.get("served", servedId(from, message.request));
  switch (message.kind) {
    case "ccRequest":
      serveRequest(turn, from, message);
      return;
    case "suspend":
      if (served) suspendServed(turn, served, message.count);
      return;
    case "resume":
      if (served) resumeServed(turn, served, message.count);
      return;
    case "ccCancel":
      if (served) endServed(turn, served, "nothing");
      else receiveEnd(turn, from, message.request, message.reason);
      return;
    case "ccReject":
      receiveEnd(turn, from, message.request);
      return;
    case "ccAccept":
    case "remoteUserFree": {
      const request = ownRequest(turn, from, message.request);
      if (!request) {
        tellItIsOver(turn, from, message);
        return;
      }
      if (message.kind === "ccAccept") receiveAccept(turn, request);
      else receiveUserFree(turn, request, message.count);
      return;
    }
  }
}

function ownRequest(turn: Turn, from: string, id: string): CallBackRequest | null {
  const request = turn.get("requests", id);
  return isLive(request) && request.target.kind === "remote" && request.target.cluster === from
    ? request
    : null;
}

/** Row 32: this cluster knows nothing (any more) of such a request. */
function tellItIsOver(turn: Turn, cluster: string, { kind, request }: RequestMessage): void {
  turn.decide("32", { request }, { message: kind });
  turn.emit({ kind: "sendTrunkMessage", cluster, message: { kind: "ccCancel", request } });
}

/** Row 10; an accepted request that replaces another ends it in the same step (row 8). */
function receiveAccept(turn: Turn, request: CallBackRequest, row: "10" | "10b" = "10"): CallBackRequest {
  if (request.state !== "requested") return request;
  turn.decide(row, about(request), { number: request.target.digits, from: "requested" });
  const phone = turn.get("phones", request.originator.phone);
  const replaced = phone?.replacement === request.id && phone.request !== null;
  const old = replaced && phone?.request ? turn.get("requests", phone.request) : undefined;
  if (isLive(old)) endRequest(turn, old, "replaced", "8");
  return accept(turn, request);
}

/** Rows 10b, 11, 12 and 28d: B is free in the other cluster. */
function receiveUserFree(turn: Turn, asked: CallBackRequest, count: number): void {
  const request = asked.state === "requested" ? receiveAccept(turn, asked, "10b") : asked;
  const phone = turn.get("phones", request.originator.phone);
  if (!phone || request.state !== "active" || count <= request.heard || phone.replacement !== null) return;
  const heard = { ...request, heard: count };
  if (phone.registration !== "registered") {
    notify(turn, heard, "28d");
    return;
  }
  if (isFree(turn, phone)) {
    notify(turn, heard, "11");
    return;
  }
  suspend(turn, heard, "12");
}

/** The far side does not want it, or no longer (rows 10 and 31), or knows that A and B talk (row 29). */
function receiveEnd(turn: Turn, from: string, id: string, reason?: "completed"): void {
  const request = ownRequest(turn, from, id);
  if (request && reason) endRequest(turn, request, reason, "29");
  else if (request) endByFarSide(turn, request, "rejected");
}

/** Ends a request for a remote target without its user's doing; one that was never accepted says so [TS-05]. */
export function endByFarSide(turn: Turn, request: CallBackRequest, reason: EndReason): void {
  const wasRequested = request.state === "requested";
  endRequest(turn, request, reason, wasRequested ? "10" : "31");
  const { phone } = request.originator;
  if (wasRequested && turn.get("phones", phone)?.registration === "registered") {
    showScreen(turn, phone, { kind: "callBackCannotActivate", number: request.target.digits });
  }
}
