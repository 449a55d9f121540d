import { type AvailabilityChange, changeOf } from "@/lib/callback/reactions/availability-changes";
import { settleCall } from "@/lib/callback/reactions/call-outcomes";
import { settleOriginator, settleQuestion } from "@/lib/callback/reactions/originator";
import { rewatch } from "@/lib/callback/reactions/rewatch";
import { settleTarget, withdrawAll } from "@/lib/callback/reactions/target";
import { reconsideredInOrder } from "@/lib/callback/requests/queue";
import { select } from "@/lib/callback/requests/selection";
import type { Turn } from "@/lib/callback/state/turn";

/**
 * The end of every step. Phones and calls know nothing of requests; here all that the step did to them is compared
 * with what was before, so that no event that frees somebody can forget selection.
 */
export function settle(turn: Turn): void {
  const phones = turn.written("phones");
  const calls = turn.written("calls");
  const changes = phones.map((name) => changeOf(turn, name)).filter((change) => change !== null);
  for (const id of calls) settleCall(turn, id);
  for (const change of changes) if (change.beganUse) withdrawWaiters(turn, change);
  for (const { phone, becameFree } of changes) settleOriginator(turn, phone, becameFree);
  for (const name of phones) settleQuestion(turn, name);
  for (const id of calls) settleQuestionOfCaller(turn, id);
  for (const change of changes) settleTarget(turn, change);
  for (const table of ["requests", "served"] as const)
    for (const id of turn.written(table)) rewatchAfterCall(turn, table, id);
  if (!turn.rules.selectAfterEveryFreeing) return;
  for (const [watched, waiters] of turn.reconsidered) {
    if (waiters === null) select(turn, watched, null);
    else for (const only of reconsideredInOrder(turn, watched, waiters)) select(turn, watched, only);
  }
}

/** Its call is over, and B's route point may have changed meanwhile (row 31c). */
function rewatchAfterCall(turn: Turn, table: "requests" | "served", id: string): void {
  if (turn.start.get(table, id)?.state === "calling") rewatch(turn, id);
}

function withdrawWaiters(turn: Turn, { phone, watched }: AvailabilityChange): void {
  if (!turn.rules.withdrawOthers && answersCallBack(turn, phone)) return;
  for (const number of watched) withdrawAll(turn, number);
}

function answersCallBack(turn: Turn, name: string): boolean {
  return turn.get("phones", name)?.calls.some((id) => turn.get("calls", id)?.request) ?? false;
}

/** A question may be over although its phone was not written: the far side has answered the call. */
function settleQuestionOfCaller(turn: Turn, id: string): void {
  const caller = turn.get("calls", id)?.caller;
  if (caller?.kind === "phone") settleQuestion(turn, caller.phone);
}
