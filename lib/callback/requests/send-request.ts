import { callerParty } from "@/lib/callback/calls/send-call";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Asks the cluster of the target for call back (row 7, row 8). */
export function sendRequest(context: StepContext, { id, target, originator, mode }: CallBackRequest): void {
  if (target.kind !== "remote") return;
  const caller = callerParty(context, originator.phone, originator.line);
  const message = { kind: "ccRequest", request: id, caller, to: target.sent ?? target.digits, mode } as const;
  context.emit({ kind: "sendTrunkMessage", cluster: target.cluster, message });
}

/** Tells the cluster of a remote target that the request has ended; of a target here nothing is told. */
export function sendCancel(context: StepContext, { id, target }: CallBackRequest): void {
  if (target.kind !== "remote") return;
  const message = { kind: "ccCancel", request: id } as const;
  context.emit({ kind: "sendTrunkMessage", cluster: target.cluster, message });
}

/**
 * Tells the cluster of a remote target that A is busy, or free again [OV-06].
 * @returns the count of this message, to be stored with the request
 */
export function sendSuspendOrResume(
  context: StepContext,
  request: CallBackRequest,
  kind: "suspend" | "resume",
): number {
  const { id, target, sent } = request;
  if (target.kind !== "remote") return sent;
  const count = sent + 1;
  context.emit({ kind: "sendTrunkMessage", cluster: target.cluster, message: { kind, request: id, count } });
  return count;
}
