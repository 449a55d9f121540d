import { digitsOf } from "@/lib/callback/calls/digits-of";
import { holdsLine } from "@/lib/callback/requests/line-holder";
import { withdraw } from "@/lib/callback/requests/notify";
import { reconsider, requireUse, updateWatch, waitersOf } from "@/lib/callback/requests/queue";
import { setState } from "@/lib/callback/requests/request-state";
import { keepWaiting } from "@/lib/callback/requests/served";
import type { Waiter, Watch } from "@/lib/callback/state/request";
import { type StepContext, timerId } from "@/lib/callback/state/step-context";

/**
 * Row 31d: selection begins anew under the present policy and guard time.
 * @param hasNewGuard a guard time that is running restarts with the new value; 0 ends it
 */
export function reselect(context: StepContext, number: string, hasNewGuard: boolean): void {
  const watch = context.get("watches", number);
  if (!watch) return;
  if (hasNewGuard) restartGuard(context, number);
  if (context.parameters.policy === "oneAtATime") giveOneTurn(context, watch);
  else
    for (const { id, kind } of waitersOf(context, number))
      if (kind === "served") context.clearTimer("T3", id);
  reconsider(context, number, null);
}

function restartGuard(context: StepContext, number: string): void {
  const { guard } = context.parameters;
  if (!context.get("timers", timerId("guard", number))) return;
  const what = guard === 0 ? "guardEnds" : "guardRestarts";
  context.decide("selectionChanged", {}, { number: digitsOf(context, number), guard, what });
  if (guard === 0) context.clearTimer("guard", number);
  else context.setTimer("guard", number, guard);
}

function isCalling(context: StepContext, { id }: Waiter): boolean {
  return (context.get("requests", id) ?? context.get("served", id))?.state === "calling";
}

/** Who calls keeps the line, else the first one accepted of those who were told; the others wait. */
function giveOneTurn(context: StepContext, watch: Watch): void {
  const told = [...waitersOf(context, watch.number)].filter(({ id }) => holdsLine(context, id));
  const kept = told.find((waiter) => isCalling(context, waiter)) ?? told[0];
  for (const waiter of told) if (waiter !== kept) takeTurnFrom(context, waiter);
  updateWatch(context, watch.number, { holder: kept?.id ?? null, head: watch.first });
  if (kept?.kind === "served" && context.get("served", kept.id)?.state === "notified")
    context.setTimer("T3", kept.id, context.parameters.recall);
}

function takeTurnFrom(context: StepContext, waiter: Waiter): void {
  const { id } = waiter;
  const isInCall = isCalling(context, waiter);
  const own = context.get("requests", id);
  const served = context.get("served", id);
  if (own?.state === "ready") withdraw(context, own, "turnOfOther", "selectionChanged");
  // Its call goes on as any other one.
  if (own && isInCall) setState(context, own, "selectionChanged", "active", { wasReady: false });
  if (own && isInCall) requireUse(context, id);
  if (served) keepWaiting(context, served, "turnLost", isInCall);
}
