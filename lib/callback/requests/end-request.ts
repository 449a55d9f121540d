import { leave, reconsider } from "@/lib/callback/requests/queue";
import { about, forgetRequest, hideRequest, setState } from "@/lib/callback/requests/request-state";
import type { RequestRowName } from "@/lib/callback/requests/request-table";
import { sendCancel, sendSuspendOrResume } from "@/lib/callback/requests/send-request";
import type { DecisionInputs } from "@/lib/callback/state/decision";
import type { CallBackRequest, EndReason } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/**
 * Ends a live request: no timer, place in a queue or screen of it is left [S11]. The far side of a remote one is
 * told, unless it knows (row 31) or cannot be told (row 31b).
 * @param inputs what else the row looked at
 */
export function endRequest(
  context: StepContext,
  request: CallBackRequest,
  reason: EndReason,
  row: RequestRowName,
  inputs: DecisionInputs = {},
): void {
  const { id, originator, target } = request;
  context.decide(row, about(request), { number: target.digits, from: request.state, reason, ...inputs });
  for (const kind of ["T1", "T2", "T3"] as const) context.clearTimer(kind, id);
  if (target.kind === "local") leave(context, id);
  if (row !== "farSideEnded" && row !== "noRouteLeft") sendCancel(context, request);
  setState(context, request, row, "ended", { reason, recallUntil: null });
  const phone = context.get("phones", originator.phone);
  const wasReplacing = phone?.replacement === id;
  if (!wasReplacing) hideRequest(context, originator.phone);
  forgetRequest(context, originator.phone, id);
  if (wasReplacing) reconsiderReplaced(context, phone?.request ?? null);
}

/** The request that was to be replaced is notified again from now on (row 8); the far side is asked to repeat it. */
function reconsiderReplaced(context: StepContext, id: string | null): void {
  const old = id === null ? undefined : context.get("requests", id);
  if (old?.target.kind === "local") reconsider(context, old.target.watched, old.id);
  else if (old?.state === "active")
    context.put("requests", old.id, { ...old, sent: sendSuspendOrResume(context, old, "resume") });
}
