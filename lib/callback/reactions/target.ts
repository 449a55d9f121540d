import { lineStatus } from "@/lib/callback/phones/availability";
import type { AvailabilityChange } from "@/lib/callback/reactions/availability-changes";
import { withdraw } from "@/lib/callback/requests/notify";
import {
  isLineCycling,
  needsUse,
  reconsider,
  requireUse,
  updateWatch,
  waitersOf,
} from "@/lib/callback/requests/queue";
import { refuseDial, select } from "@/lib/callback/requests/selection";
import { keepWaiting } from "@/lib/callback/requests/served";
import type { Waiter } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** Row 18: B is in use again, so whoever was told that it is available goes back to waiting [S2]. */
export function withdrawAll(context: StepContext, watched: string): void {
  for (const waiter of waitersOf(context, watched)) {
    const request = context.get("requests", waiter.id);
    switch (request?.state) {
      case "ready":
      case "readyLate":
      case "readyDndReject":
        withdraw(context, request, "inUse");
    }
    stopNotified(context, waiter);
  }
}

function stopNotified(context: StepContext, { id }: Waiter): void {
  const served = context.get("served", id);
  if (served?.state === "notified") keepWaiting(context, served, "lineTaken", false);
}

/** While the line refuses calls nobody may dial it from a screen (row 18b) [S6]. */
function refuseCalls(context: StepContext, watched: string): void {
  for (const waiter of waitersOf(context, watched)) {
    refuseDial(context, waiter.id);
    stopNotified(context, waiter);
  }
}

/** The line takes calls again: who waited for a use of it need not any more. Who comes later may wait for the one going on. */
function acceptCalls(context: StepContext, watched: string): void {
  const watch = context.get("watches", watched);
  if (!watch) return;
  const usesEnded = watch.usesBegun + 1;
  const usesBegun = isLineCycling(context, watched) ? usesEnded + 1 : usesEnded;
  updateWatch(context, watched, { usesBegun, usesEnded, cycledUnderDndReject: false });
}

function settleDnd(context: StepContext, watched: string): void {
  const watch = context.get("watches", watched);
  const status = lineStatus(context, watched);
  if (!watch || !status.isRegistered) return;
  if (status.isDndReject !== watch.isDndReject) {
    updateWatch(context, watched, { isDndReject: status.isDndReject });
    if (!status.isDndReject) acceptCalls(context, watched);
  }
  if (status.isDndReject && !status.isInUse) refuseCalls(context, watched);
}

/** What a phone's new availability means for those who wait for one of its lines. */
export function reactAtTarget(context: StepContext, change: AvailabilityChange): void {
  if (!change.lineMayHaveChanged) return;
  for (const watched of change.watched) {
    if (change.wasLostWhileRung) requireUseOfActive(context, watched);
    settleDnd(context, watched);
    select(context, watched, null);
  }
}

/** Judges a watch as if all that its line depends on had just changed; a number for which nobody waits has none. */
export function judgeWatch(context: StepContext, watched: string): void {
  settleDnd(context, watched);
  reconsider(context, watched, null);
}

/** B resets without having been in use: that it comes back does not make it available. */
function requireUseOfActive(context: StepContext, watched: string): void {
  for (const waiter of waitersOf(context, watched)) {
    const isWaiting = context.get("requests", waiter.id)?.state === "active";
    if (isWaiting && !needsUse(context, waiter)) requireUse(context, waiter.id);
  }
}
