import { type AvailabilityChange, changeOf } from "@/lib/callback/reactions/availability-changes";
import { reactToCall } from "@/lib/callback/reactions/call-outcomes";
import { reactAtOriginator, reactToQuestion } from "@/lib/callback/reactions/originator";
import { rewatch } from "@/lib/callback/reactions/rewatch";
import { reactAtTarget, withdrawAll } from "@/lib/callback/reactions/target";
import { holdOffersToTable } from "@/lib/callback/requests/offer";
import { reconsideredInOrder } from "@/lib/callback/requests/queue";
import { select } from "@/lib/callback/requests/selection";
import type { StepContext } from "@/lib/callback/state/step-context";

/**
 * The end of every step. Phones and calls know nothing of requests; here all that the step did to them is compared
 * with what was before, so that no event that frees somebody can forget selection.
 */
export function runReactions(context: StepContext): void {
  const phones = context.written("phones");
  const calls = context.written("calls");
  const changes = phones.map((name) => changeOf(context, name)).filter((change) => change !== null);
  for (const id of calls) reactToCall(context, id);
  for (const change of changes) if (change.beganUse) withdrawWaiters(context, change);
  for (const { phone, becameFree } of changes) reactAtOriginator(context, phone, becameFree);
  for (const name of phones) reactToQuestion(context, name);
  for (const id of calls) reactToQuestionOfCaller(context, id);
  for (const change of changes) reactAtTarget(context, change);
  for (const table of ["requests", "served"] as const)
    for (const id of context.written(table)) rewatchAfterCall(context, table, id);
  if (context.rules.selectAfterEveryFreeing) selectReconsidered(context);
  holdOffersToTable(context);
}

function selectReconsidered(context: StepContext): void {
  for (const [watched, waiters] of context.reconsidered) {
    if (waiters === null) select(context, watched, null);
    else for (const only of reconsideredInOrder(context, watched, waiters)) select(context, watched, only);
  }
}

/** Its call is over, and B's route point may have changed meanwhile (row 31c). */
function rewatchAfterCall(context: StepContext, table: "requests" | "served", id: string): void {
  if (context.start.get(table, id)?.state === "calling") rewatch(context, id);
}

function withdrawWaiters(context: StepContext, { phone, watched }: AvailabilityChange): void {
  if (!context.rules.withdrawOthers && answersCallBack(context, phone)) return;
  for (const number of watched) withdrawAll(context, number);
}

function answersCallBack(context: StepContext, name: string): boolean {
  return context.get("phones", name)?.calls.some((id) => context.get("calls", id)?.request) ?? false;
}

/** A question may be over although its phone was not written: the far side has answered the call. */
function reactToQuestionOfCaller(context: StepContext, id: string): void {
  const caller = context.get("calls", id)?.caller;
  if (caller?.kind === "phone") reactToQuestion(context, caller.phone);
}
