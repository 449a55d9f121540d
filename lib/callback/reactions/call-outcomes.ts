import { isOffered } from "@/lib/callback/phones/call-state";
import { settleJoined } from "@/lib/callback/reactions/joined";
import { endRequest } from "@/lib/callback/requests/end-request";
import { holdOfferToTable } from "@/lib/callback/requests/offer";
import { reconsider, requireUse } from "@/lib/callback/requests/queue";
import { about, setState } from "@/lib/callback/requests/request-state";
import { endServed, keepWaiting } from "@/lib/callback/requests/served";
import type { Call } from "@/lib/callback/state/call";
import type { CallBackRequest, ServedRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** What the step's changes of a call mean for requests: rows 1, 2, 21 to 24 and 29. */
export function reactToCall(context: StepContext, id: string): void {
  const before = context.start.get("calls", id);
  const after = context.get("calls", id);
  explainOffer(context, before, after);
  const request = (after ?? before)?.request ?? null;
  const own = request === null ? undefined : context.get("requests", request);
  if (own?.state === "calling") settleCallBack(context, own, before, after);
  const served = request === null ? undefined : context.get("served", request);
  if (served?.state === "calling") settleServed(context, served, before, after);
  settleJoined(context, before, after);
}

/** Rows 1 and 2: call back is offered while the caller hears why nobody answers. */
function explainOffer(context: StepContext, before: Call | undefined, after: Call | undefined): void {
  const was = before !== undefined && isOffered(before);
  const is = after !== undefined && isOffered(after);
  const call = after ?? before;
  if (was === is || call?.caller.kind !== "phone") return;
  const subject = { phone: call.caller.phone };
  if (is)
    context.decide("offerBegins", subject, { number: call.digits, hears: call.phase, cause: call.cause });
  else context.decide("offerEnds", subject, { number: call.digits, answered: after !== undefined });
  holdOfferToTable(context, call.id, is ? "offerBegins" : "offerEnds");
}

function isUnderWay(call: Call | undefined): boolean {
  return call === undefined || call.phase === "proceeding" || call.phase === "ringing";
}

function settleCallBack(
  context: StepContext,
  request: CallBackRequest,
  before: Call | undefined,
  after: Call | undefined,
): void {
  if (!after) {
    if (isUnderWay(before)) keep(context, request, "hungUpFirst");
    return;
  }
  switch (after.phase) {
    case "connected":
      endRequest(context, request, "completed", "answered");
      return;
    case "busy":
    case "fastBusy":
      if (!context.rules.keepWhenBusyAgain) {
        endRequest(context, request, "completed", "busyAgain");
        return;
      }
      keep(context, request, "busyAgain");
      return;
    case "reorder":
      if (after.cause === "noAnswer") keep(context, request, "noAnswerAgain");
      else settleReorder(context, request, after);
      return;
    case "collecting":
    case "proceeding":
    case "ringing":
      return;
  }
}

/** Rows 22, 22b and 24: the request keeps its place and waits for a cycle of B. */
function keep(
  context: StepContext,
  request: CallBackRequest,
  row: "busyAgain" | "noAnswerAgain" | "hungUpFirst",
): void {
  context.decide(row, about(request), { number: request.target.digits });
  const mode = row === "busyAgain" ? request.mode : "noReply";
  setState(context, request, row, "active", { mode, wasReady: false });
  if (request.target.kind === "remote") return;
  requireUse(context, request.id);
  reconsider(context, request.target.watched, request.id);
}

/** Row 23: B cannot be reached at all; the user may try again, cancel or activate again [IN-09]. */
function settleReorder(context: StepContext, request: CallBackRequest, { cause }: Call): void {
  context.decide("notReached", about(request), { number: request.target.digits, cause });
  setState(context, request, "notReached", "readyLate");
  if (request.target.kind === "local") reconsider(context, request.target.watched, request.id);
}

function settleServed(
  context: StepContext,
  served: ServedRequest,
  before: Call | undefined,
  after: Call | undefined,
): void {
  if (after?.phase === "connected") {
    endServed(context, served, "answered");
    return;
  }
  if (!after && before !== undefined && isUnderWay(before)) keepWaiting(context, served, "callFailed", true);
}
