import { leave, reconsider } from "@/lib/callback/requests/queue";
import { about, forgetRequest, hideRequest, setState } from "@/lib/callback/requests/request-state";
import { sendCancel, sendSuspendOrResume } from "@/lib/callback/requests/send-request";
import type { DecisionInputs } from "@/lib/callback/state/decision";
import type { CallBackRequest, EndReason } from "@/lib/callback/state/request";
import type { RowId } from "@/lib/callback/state/row-id";
import type { Turn } from "@/lib/callback/state/turn";

/**
 * Ends a live request: no timer, place in a queue or screen of it is left [S11]. The far side of a remote one is
 * told, unless it knows (row 31) or cannot be told (row 31b).
 * @param inputs what else the row looked at
 */
export function endRequest(
  turn: Turn,
  request: CallBackRequest,
  reason: EndReason,
  row: RowId,
  inputs: DecisionInputs = {},
): void {
  const { id, originator, target } = request;
  turn.decide(row, about(request), { number: target.digits, from: request.state, reason, ...inputs });
  for (const kind of ["T1", "T2", "T3"] as const) turn.clearTimer(kind, id);
  if (target.kind === "local") leave(turn, id);
  if (row !== "31" && row !== "31b") sendCancel(turn, request);
  setState(turn, request, "ended", { reason, recallUntil: null });
  const phone = turn.get("phones", originator.phone);
  const wasReplacing = phone?.replacement === id;
  if (!wasReplacing) hideRequest(turn, originator.phone);
  forgetRequest(turn, originator.phone, id);
  if (wasReplacing) reconsiderReplaced(turn, phone?.request ?? null);
}

/** The request that was to be replaced is notified again from now on (row 8); the far side is asked to repeat it. */
function reconsiderReplaced(turn: Turn, id: string | null): void {
  const old = id === null ? undefined : turn.get("requests", id);
  if (old?.target.kind === "local") reconsider(turn, old.target.watched, old.id);
  else if (old?.state === "active")
    setState(turn, old, "active", { sent: sendSuspendOrResume(turn, old, "resume") });
}
