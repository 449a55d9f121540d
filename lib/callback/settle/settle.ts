import { type AvailabilityChange, changeOf } from "@/lib/callback/settle/availability-changes";
import { settleCall } from "@/lib/callback/settle/call-outcomes";
import { settleOriginator, settleQuestion } from "@/lib/callback/settle/originator";
import { settleTarget, withdrawAll } from "@/lib/callback/settle/target";
import type { Turn } from "@/lib/callback/turn";
import { select } from "@/lib/callback/watches/selection";

/**
 * The end of every step. Phones and calls know nothing of requests; here all that the step did to them is compared
 * with what was before, so that no event that frees somebody can forget selection.
 */
export function settle(turn: Turn): void {
  const phones = turn.written("phones");
  const calls = turn.written("calls");
  const changes = phones.map((name) => changeOf(turn, name));
  for (const id of calls) settleCall(turn, id);
  for (const change of changes) if (change.beganUse) withdrawWaiters(turn, change);
  for (const { phone, becameFree } of changes) settleOriginator(turn, phone, becameFree);
  for (const name of questioned(turn, phones, calls)) settleQuestion(turn, name);
  for (const change of changes) settleTarget(turn, change);
  if (!turn.rules.selectAfterEveryFreeing) return;
  for (const [watched, only] of turn.reconsidered) select(turn, watched, only);
}

function withdrawWaiters(turn: Turn, { phone, watched }: AvailabilityChange): void {
  if (!turn.rules.withdrawOthers && answersCallBack(turn, phone)) return;
  for (const number of watched) withdrawAll(turn, number);
}

function answersCallBack(turn: Turn, name: string): boolean {
  return turn.get("phones", name)?.calls.some((id) => turn.get("calls", id)?.request) ?? false;
}

/** The phones whose question may be over: those that changed and the callers of calls that did. */
function questioned(turn: Turn, phones: readonly string[], calls: readonly string[]): Set<string> {
  const names = new Set(phones);
  for (const id of calls) {
    const caller = turn.get("calls", id)?.caller;
    if (caller?.kind === "phone") names.add(caller.phone);
  }
  return names;
}
