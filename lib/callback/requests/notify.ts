import { playTone, showScreen, stopTone } from "@/lib/callback/phones/show-screen";
import { requireUse } from "@/lib/callback/requests/queue";
import { about, hideRequest, screenOf, setState } from "@/lib/callback/requests/request-state";
import { sendSuspendOrResume } from "@/lib/callback/requests/send-request";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** Nothing is shown by itself on a phone that is away or has just come back (rows 28b, 28d) [TS-01, TS-02]. */
export function isSilent(turn: Turn, name: string): boolean {
  const { event } = turn;
  const isBack = event.kind === "phoneRegistered" && event.phone === name;
  return isBack || turn.get("phones", name)?.registration !== "registered";
}

/**
 * B is available: tone and screen at A, T3 runs (rows 11, 19). Silent while nothing can be shown (row 28d): the
 * key shows it later.
 */
export function notify(turn: Turn, request: CallBackRequest, row: "11" | "19" | "28d"): void {
  const recallUntil = turn.setTimer("T3", request.id, turn.parameters.recall);
  turn.decide(row, about(request), { number: request.target.digits, from: request.state, recallUntil });
  const ready = setState(turn, request, "ready", { readyAt: turn.now, recallUntil, wasReady: true });
  if (isSilent(turn, request.originator.phone)) return;
  const screen = screenOf(ready);
  if (screen) showScreen(turn, request.originator.phone, screen);
  playTone(turn, request.originator.phone);
}

/** B is available, but A is not (row 12), or A turned to another call (row 14) [OV-05, OV-06]. */
export function suspend(turn: Turn, request: CallBackRequest, row: "12" | "14"): void {
  turn.decide(row, about(request), { number: request.target.digits, from: request.state });
  turn.clearTimer("T3", request.id);
  const sent = sendSuspendOrResume(turn, request, "suspend");
  const wasReady = row === "14" || request.wasReady;
  setState(turn, request, "suspended", { recallUntil: null, wasReady, sent });
  if (row === "14") hideRequest(turn, request.originator.phone);
}

/** A is free again (row 15): active, and selection decides what is next. */
export function resume(turn: Turn, request: CallBackRequest): CallBackRequest {
  turn.decide("15", about(request), { number: request.target.digits });
  const sent = sendSuspendOrResume(turn, request, "resume");
  return setState(turn, request, "active", { sent });
}

/** B is there but refuses calls: a screen without Dial (rows 13, 18b) [IN-07]. */
export function notifyDndReject(turn: Turn, request: CallBackRequest, row: "13" | "18b"): void {
  const { phone } = request.originator;
  turn.decide(row, about(request), { number: request.target.digits, from: request.state });
  turn.clearTimer("T3", request.id);
  stopTone(turn, phone);
  const state = setState(turn, request, "readyDndReject", {
    readyAt: turn.now,
    recallUntil: null,
    wasReady: true,
  });
  const screen = screenOf(state);
  const isShown = row === "13" || turn.get("phones", phone)?.screen?.kind === "callBackAvailable";
  if (screen && isShown && !isSilent(turn, phone)) showScreen(turn, phone, screen);
}

/** B is in use again, or somebody else is calling B (row 18) or has the turn now (row 31d): tone off, screen closed, and waiting goes on. */
export function withdraw(
  turn: Turn,
  request: CallBackRequest,
  why: "inUse" | "calledByOther" | "turnOfOther",
  row: "18" | "31d" = "18",
): void {
  turn.decide(row, about(request), { number: request.target.digits, from: request.state, why });
  turn.clearTimer("T3", request.id);
  setState(turn, request, "active", { recallUntil: null, wasReady: false });
  hideRequest(turn, request.originator.phone);
}

/** T3: from now on Dial does not override forwarding (row 17); under oneAtATime the next one has the turn. */
export function expireRecall(turn: Turn, request: CallBackRequest): void {
  const { policy } = turn.parameters;
  turn.decide("17", about(request), { number: request.target.digits, policy });
  setState(turn, request, "readyLate");
  stopTone(turn, request.originator.phone);
  if (policy === "oneAtATime" && turn.rules.expiredWaitsForCycle) requireUse(turn, request.id);
}
