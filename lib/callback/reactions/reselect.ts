import { digitsOf } from "@/lib/callback/calls/digits-of";
import { withdraw } from "@/lib/callback/requests/notify";
import { reconsider, requireUse, updateWatch, waitersOf } from "@/lib/callback/requests/queue";
import { setState } from "@/lib/callback/requests/request-state";
import { keepWaiting } from "@/lib/callback/requests/served";
import { hasTurn } from "@/lib/callback/requests/turn-to-call";
import type { Waiter, Watch } from "@/lib/callback/state/request";
import { type Turn, timerId } from "@/lib/callback/state/turn";

/**
 * Row 31d: selection begins anew under the present policy and guard time.
 * @param hasNewGuard a guard time that is running restarts with the new value; 0 ends it
 */
export function reselect(turn: Turn, number: string, hasNewGuard: boolean): void {
  const watch = turn.get("watches", number);
  if (!watch) return;
  if (hasNewGuard) restartGuard(turn, number);
  if (turn.parameters.policy === "oneAtATime") giveOneTurn(turn, watch);
  else for (const { id, kind } of waitersOf(turn, number)) if (kind === "served") turn.clearTimer("T3", id);
  reconsider(turn, number, null);
}

function restartGuard(turn: Turn, number: string): void {
  const { guard } = turn.parameters;
  if (!turn.get("timers", timerId("guard", number))) return;
  const what = guard === 0 ? "guardEnds" : "guardRestarts";
  turn.decide("31d", {}, { number: digitsOf(turn, number), guard, what });
  if (guard === 0) turn.clearTimer("guard", number);
  else turn.setTimer("guard", number, guard);
}

function isCalling(turn: Turn, { id }: Waiter): boolean {
  return (turn.get("requests", id) ?? turn.get("served", id))?.state === "calling";
}

/** Who calls keeps the turn, else the first one accepted of those who were told; the others wait. */
function giveOneTurn(turn: Turn, watch: Watch): void {
  const told = [...waitersOf(turn, watch.number)].filter(({ id }) => hasTurn(turn, id));
  const kept = told.find((waiter) => isCalling(turn, waiter)) ?? told[0];
  for (const waiter of told) if (waiter !== kept) takeTurnFrom(turn, waiter);
  updateWatch(turn, watch.number, { holder: kept?.id ?? null, head: watch.first });
  if (kept?.kind === "served" && turn.get("served", kept.id)?.state === "notified")
    turn.setTimer("T3", kept.id, turn.parameters.recall);
}

function takeTurnFrom(turn: Turn, waiter: Waiter): void {
  const { id } = waiter;
  const isInCall = isCalling(turn, waiter);
  const own = turn.get("requests", id);
  const served = turn.get("served", id);
  if (own?.state === "ready") withdraw(turn, own, "turnOfOther", "31d");
  // Its call goes on as any other one.
  if (own && isInCall) setState(turn, own, "active", { wasReady: false });
  if (own && isInCall) requireUse(turn, id);
  if (served) keepWaiting(turn, served, isInCall);
}
