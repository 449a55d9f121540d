import { digitsOf } from "@/lib/callback/calls/digits-of";
import { isFree, lineStatus } from "@/lib/callback/phones/availability";
import { holdsLine } from "@/lib/callback/requests/line-holder";
import { isSilent, notify, notifyDndReject, suspend, withdraw } from "@/lib/callback/requests/notify";
import { needsUse, updateWatch, waitersOf } from "@/lib/callback/requests/queue";
import { notifyServed } from "@/lib/callback/requests/served";
import type { CallBackRequest, Waiter, Watch } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";

/** What became of the offer of a free line to a waiter. */
type Answer = "taken" | "passed";

function isWaitingToReplace(context: StepContext, { id, originator }: CallBackRequest): boolean {
  const phone = context.get("phones", originator.phone);
  return phone?.request === id && phone.replacement !== null;
}

/** Rows 11, 12, 19 and 28d: the line is free; what the request makes of it. */
function offerToOwn(context: StepContext, request: CallBackRequest): Answer {
  const phone = context.get("phones", request.originator.phone);
  if (!phone || isWaitingToReplace(context, request)) return "passed";
  const isIdle = isFree(context, phone);
  switch (request.state) {
    case "active":
      if (isSilent(context, phone.name)) {
        notify(context, request, "readyWhileHidden");
        return "taken";
      }
      if (isIdle) {
        notify(context, request, "bothFree");
        return "taken";
      }
      suspend(context, request, "originatorNotFree");
      return "passed";
    case "readyDndReject":
      if (!isIdle) return "passed";
      notify(context, request, "dndRejectEnds");
      return "taken";
    case "readyLate":
      return renew(context, request, isIdle);
    case "requested":
    case "suspended":
    case "ready":
    case "calling":
    case "ended":
      return "passed";
  }
}

/**
 * Under oneAtATime a request whose T3 ran out stays in the queue; only that it has to wait for a cycle keeps it
 * from being chosen again before the others.
 */
function renew(context: StepContext, request: CallBackRequest, isIdle: boolean): Answer {
  const isExpired = context.parameters.policy === "oneAtATime" && request.recallUntil !== null;
  if (!isExpired || context.rules.expiredWaitsForCycle || !isIdle) return "passed";
  notify(context, request, "bothFree");
  return "taken";
}

function offer(context: StepContext, waiter: Waiter): Answer {
  if (needsUse(context, waiter)) return "passed";
  if (waiter.kind === "own") {
    const request = context.get("requests", waiter.id);
    return request ? offerToOwn(context, request) : "passed";
  }
  const served = context.get("served", waiter.id);
  if (served?.state !== "waiting") return "passed";
  notifyServed(context, served);
  return "taken";
}

/** First come, first served; a suspended or late one is passed over and keeps its place [S1, S8]. */
function offerInOrder(context: StepContext, watch: Watch, only: string | null): void {
  if (holdsLine(context, watch.holder)) {
    moveHeadBack(context, watch, only);
    return;
  }
  let waiter = startOfSearch(context, watch, only);
  let last = watch.head;
  while (waiter) {
    last = waiter.id;
    if (offer(context, waiter) === "taken") {
      updateWatch(context, watch.number, { head: last, holder: last });
      return;
    }
    waiter = waiter.next === null ? undefined : context.get("waiters", waiter.next);
  }
  updateWatch(context, watch.number, { head: last, holder: null });
}

/** The search begins where nobody before can hold the line; `only` may have become able to. */
function startOfSearch(context: StepContext, watch: Watch, only: string | null): Waiter | undefined {
  const first = watch.first === null ? undefined : context.get("waiters", watch.first);
  const head = watch.head === null ? undefined : context.get("waiters", watch.head);
  const candidate = only === null ? first : context.get("waiters", only);
  if (!head || !candidate) return head ?? first;
  return candidate.place < head.place ? candidate : head;
}

function moveHeadBack(context: StepContext, watch: Watch, only: string | null): void {
  const head = startOfSearch(context, watch, only)?.id ?? null;
  if (head !== watch.head) updateWatch(context, watch.number, { head });
}

/**
 * Selection: offers a free line to those who wait for it.
 * @param only the one waiter that has changed; null when the line itself has, so that every waiter is asked
 */
export function select(context: StepContext, watched: string, only: string | null): void {
  const watch = context.get("watches", watched);
  if (!watch) return;
  const status = lineStatus(context, watched);
  if (!status.isFree) {
    context.clearTimer("guard", watched);
    if (watch.guardPassed) updateWatch(context, watched, { guardPassed: false });
    if (only !== null && status.isInUse) withdrawLate(context, only);
    else if (only !== null && status.isDndReject) refuseDial(context, only);
    if (status.isIdle && watch.cycledUnderDndReject) offerAllUnderDndReject(context, watched, only);
    if (only !== null) moveHeadBack(context, context.get("watches", watched) ?? watch, only);
    return;
  }
  if (!passesGuard(context, watch)) return;
  const { policy } = context.parameters;
  if (policy === "oneAtATime") {
    offerInOrder(context, context.get("watches", watched) ?? watch, only);
    return;
  }
  if (only === null) for (const waiter of waitersOf(context, watched)) offer(context, waiter);
  const waiter = only === null ? undefined : context.get("waiters", only);
  if (waiter) offer(context, waiter);
}

/** The line refuses calls: there is no Dial for a request that was or became ready (row 18b) [S6]. */
export function refuseDial(context: StepContext, id: string): void {
  const request = context.get("requests", id);
  if (request?.state === "ready" || request?.state === "readyLate")
    notifyDndReject(context, request, "dndRejectBegins");
}

/** A request that became ready late while B is in use goes back to waiting at once (row 18). */
function withdrawLate(context: StepContext, id: string): void {
  const request = context.get("requests", id);
  if (request?.state === "readyLate") withdraw(context, request, "inUse");
}

/** Guard time: B has to stay free that long before anybody is notified. */
function passesGuard(context: StepContext, watch: Watch): boolean {
  const { guard } = context.parameters;
  if (guard === 0 || watch.guardPassed) return true;
  if (!context.get("timers", `guard:${watch.number}`)) {
    context.decide("guardTime", {}, { number: digitsOf(context, watch.number), guard });
    context.setTimer("guard", watch.number, guard);
  }
  return false;
}

function offerAllUnderDndReject(context: StepContext, watched: string, only: string | null): void {
  if (only !== null) offerUnderDndReject(context, only);
  else for (const { id } of waitersOf(context, watched)) offerUnderDndReject(context, id);
}

/** B has made a cycle and still refuses calls (row 13): whoever waits learns it, or is suspended (row 12). */
function offerUnderDndReject(context: StepContext, id: string): void {
  const waiter = context.get("waiters", id);
  const request = context.get("requests", id);
  if (!waiter || request?.state !== "active" || needsUse(context, waiter)) return;
  if (isWaitingToReplace(context, request)) return;
  const phone = context.get("phones", request.originator.phone);
  if (phone?.registration !== "registered") return;
  if (isFree(context, phone)) notifyDndReject(context, request, "cycleUnderDndReject");
  else suspend(context, request, "originatorNotFree");
}
