import { playTone, showScreen, stopTone } from "@/lib/callback/phones/show-screen";
import { requireUse } from "@/lib/callback/requests/queue";
import { about, hideRequest, screenOf, setState } from "@/lib/callback/requests/request-state";
import { sendSuspendOrResume } from "@/lib/callback/requests/send-request";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Nothing is shown by itself on a phone that is away or has just come back (rows 28b, 28d) [TS-01, TS-02]. */
export function isSilent(context: StepContext, name: string): boolean {
  const { event } = context;
  const isBack = event.kind === "phoneRegistered" && event.phone === name;
  return isBack || context.get("phones", name)?.registration !== "registered";
}

/**
 * B is available: tone and screen at A, T3 runs (rows 11, 19). Silent while nothing can be shown (row 28d): the
 * key shows it later.
 */
export function notify(
  context: StepContext,
  request: CallBackRequest,
  row: "bothFree" | "dndRejectEnds" | "readyWhileHidden",
): void {
  const recallUntil = context.setTimer("T3", request.id, context.parameters.recall);
  context.decide(row, about(request), { number: request.target.digits, from: request.state, recallUntil });
  const ready = setState(context, request, row, "ready", {
    readyAt: context.now,
    recallUntil,
    wasReady: true,
  });
  if (isSilent(context, request.originator.phone)) return;
  const screen = screenOf(ready);
  if (screen) showScreen(context, request.originator.phone, screen);
  playTone(context, request.originator.phone);
}

/** B is available, but A is not (row 12), or A turned to another call (row 14) [OV-05, OV-06]. */
export function suspend(
  context: StepContext,
  request: CallBackRequest,
  row: "originatorNotFree" | "turnedAway",
): void {
  context.decide(row, about(request), { number: request.target.digits, from: request.state });
  context.clearTimer("T3", request.id);
  const sent = sendSuspendOrResume(context, request, "suspend");
  const wasReady = row === "turnedAway" || request.wasReady;
  setState(context, request, row, "suspended", { recallUntil: null, wasReady, sent });
  if (row === "turnedAway") hideRequest(context, request.originator.phone);
}

/** A is free again (row 15): active, and selection decides what is next. */
export function resume(context: StepContext, request: CallBackRequest): CallBackRequest {
  context.decide("originatorFree", about(request), { number: request.target.digits });
  const sent = sendSuspendOrResume(context, request, "resume");
  return setState(context, request, "originatorFree", "active", { sent });
}

/** B is there but refuses calls: a screen without Dial (rows 13, 18b) [IN-07]. */
export function notifyDndReject(
  context: StepContext,
  request: CallBackRequest,
  row: "cycleUnderDndReject" | "dndRejectBegins",
): void {
  const { phone } = request.originator;
  context.decide(row, about(request), { number: request.target.digits, from: request.state });
  context.clearTimer("T3", request.id);
  stopTone(context, phone);
  const state = setState(context, request, row, "readyDndReject", {
    readyAt: context.now,
    recallUntil: null,
    wasReady: true,
  });
  const screen = screenOf(state);
  const isShown =
    row === "cycleUnderDndReject" || context.get("phones", phone)?.screen?.kind === "callBackAvailable";
  if (screen && isShown && !isSilent(context, phone)) showScreen(context, phone, screen);
}

/** B is in use again, or somebody else is calling B (row 18) or holds the line now (row 31d): tone off, screen closed, and waiting goes on. */
export function withdraw(
  context: StepContext,
  request: CallBackRequest,
  why: "inUse" | "calledByOther" | "turnOfOther",
  row: "targetTaken" | "selectionChanged" = "targetTaken",
): void {
  context.decide(row, about(request), { number: request.target.digits, from: request.state, why });
  context.clearTimer("T3", request.id);
  setState(context, request, row, "active", { recallUntil: null, wasReady: false });
  hideRequest(context, request.originator.phone);
}

/** T3: from now on Dial does not override forwarding (row 17); under oneAtATime the next one gets the line. */
export function expireRecall(context: StepContext, request: CallBackRequest): void {
  const { policy } = context.parameters;
  context.decide("recallExpired", about(request), { number: request.target.digits, policy });
  setState(context, request, "recallExpired", "readyLate");
  stopTone(context, request.originator.phone);
  if (policy === "oneAtATime" && context.rules.expiredWaitsForCycle) requireUse(context, request.id);
}
