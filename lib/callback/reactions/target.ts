import { lineStatus } from "@/lib/callback/phones/availability";
import type { AvailabilityChange } from "@/lib/callback/reactions/availability-changes";
import { withdraw } from "@/lib/callback/requests/notify";
import { needsUse, reconsider, requireUse, updateWatch, waitersOf } from "@/lib/callback/requests/queue";
import { refuseDial, select } from "@/lib/callback/requests/selection";
import { keepWaiting } from "@/lib/callback/requests/served";
import type { Waiter } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** Row 18: B is in use again, so whoever was told that it is available goes back to waiting [S2]. */
export function withdrawAll(turn: Turn, watched: string): void {
  for (const waiter of waitersOf(turn, watched)) {
    const request = turn.get("requests", waiter.id);
    switch (request?.state) {
      case "ready":
      case "readyLate":
      case "readyDndReject":
        withdraw(turn, request, "inUse");
    }
    stopNotified(turn, waiter);
  }
}

function stopNotified(turn: Turn, { id }: Waiter): void {
  const served = turn.get("served", id);
  if (served?.state === "notified") keepWaiting(turn, served, false);
}

/** While the line refuses calls nobody may dial it from a screen (row 18b) [S6]. */
function refuseCalls(turn: Turn, watched: string): void {
  for (const waiter of waitersOf(turn, watched)) {
    refuseDial(turn, waiter.id);
    stopNotified(turn, waiter);
  }
}

/** The line takes calls again: who waited for a use of it need not any more. */
function acceptCalls(turn: Turn, watched: string): void {
  const watch = turn.get("watches", watched);
  if (!watch) return;
  const uses = watch.usesBegun + 1;
  updateWatch(turn, watched, { usesBegun: uses, usesEnded: uses, cycledUnderDndReject: false });
}

function settleDnd(turn: Turn, watched: string): void {
  const watch = turn.get("watches", watched);
  const status = lineStatus(turn, watched);
  if (!watch || !status.isRegistered) return;
  if (status.isDndReject !== watch.isDndReject) {
    updateWatch(turn, watched, { isDndReject: status.isDndReject });
    if (!status.isDndReject) acceptCalls(turn, watched);
  }
  if (status.isDndReject && !status.isInUse) refuseCalls(turn, watched);
}

/** What a phone's new availability means for those who wait for one of its lines. */
export function settleTarget(turn: Turn, change: AvailabilityChange): void {
  if (!change.lineMayHaveChanged) return;
  for (const watched of change.watched) {
    if (change.wasLostWhileRung) requireUseOfActive(turn, watched);
    settleDnd(turn, watched);
    select(turn, watched, null);
  }
}

/** Judges a watch as if all that its line depends on had just changed; a number for which nobody waits has none. */
export function judgeWatch(turn: Turn, watched: string): void {
  settleDnd(turn, watched);
  reconsider(turn, watched, null);
}

/** B resets without having been in use: that it comes back does not make it available. */
function requireUseOfActive(turn: Turn, watched: string): void {
  for (const waiter of waitersOf(turn, watched)) {
    const isWaiting = turn.get("requests", waiter.id)?.state === "active";
    if (isWaiting && !needsUse(turn, waiter)) requireUse(turn, waiter.id);
  }
}
