import { digitsOf } from "@/lib/callback/calls/digits-of";
import { isFree, lineStatus } from "@/lib/callback/phones/availability";
import { isSilent, notify, notifyDndReject, suspend, withdraw } from "@/lib/callback/requests/notify";
import { needsUse, updateWatch, waitersOf } from "@/lib/callback/requests/queue";
import { notifyServed } from "@/lib/callback/requests/served";
import { hasTurn } from "@/lib/callback/requests/turn-to-call";
import type { CallBackRequest, Waiter, Watch } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";

/** What became of the offer of a free line to a waiter. */
type Answer = "taken" | "passed";

function isWaitingToReplace(turn: Turn, { id, originator }: CallBackRequest): boolean {
  const phone = turn.get("phones", originator.phone);
  return phone?.request === id && phone.replacement !== null;
}

/** Rows 11, 12, 19 and 28d: the line is free; what the request makes of it. */
function offerToOwn(turn: Turn, request: CallBackRequest): Answer {
  const phone = turn.get("phones", request.originator.phone);
  if (!phone || isWaitingToReplace(turn, request)) return "passed";
  const isIdle = isFree(turn, phone);
  switch (request.state) {
    case "active":
      if (isSilent(turn, phone.name)) {
        notify(turn, request, "28d");
        return "taken";
      }
      if (isIdle) {
        notify(turn, request, "11");
        return "taken";
      }
      suspend(turn, request, "12");
      return "passed";
    case "readyDndReject":
      if (!isIdle) return "passed";
      notify(turn, request, "19");
      return "taken";
    case "readyLate":
      return renew(turn, request, isIdle);
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
function renew(turn: Turn, request: CallBackRequest, isIdle: boolean): Answer {
  const isExpired = turn.parameters.policy === "oneAtATime" && request.recallUntil !== null;
  if (!isExpired || turn.rules.expiredWaitsForCycle || !isIdle) return "passed";
  notify(turn, request, "11");
  return "taken";
}

function offer(turn: Turn, waiter: Waiter): Answer {
  if (needsUse(turn, waiter)) return "passed";
  if (waiter.kind === "own") {
    const request = turn.get("requests", waiter.id);
    return request ? offerToOwn(turn, request) : "passed";
  }
  const served = turn.get("served", waiter.id);
  if (served?.state !== "waiting") return "passed";
  notifyServed(turn, served);
  return "taken";
}

/** First come, first served; a suspended or late one is passed over and keeps its place [S1, S8]. */
function offerInOrder(turn: Turn, watch: Watch, only: string | null): void {
  if (hasTurn(turn, watch.holder)) {
    moveHeadBack(turn, watch, only);
    return;
  }
  let waiter = startOfSearch(turn, watch, only);
  let last = watch.head;
  while (waiter) {
    last = waiter.id;
    if (offer(turn, waiter) === "taken") {
      updateWatch(turn, watch.number, { head: last, holder: last });
      return;
    }
    waiter = waiter.next === null ? undefined : turn.get("waiters", waiter.next);
  }
  updateWatch(turn, watch.number, { head: last, holder: null });
}

/** The search begins where nobody before can have the turn; `only` may have become able to. */
function startOfSearch(turn: Turn, watch: Watch, only: string | null): Waiter | undefined {
  const first = watch.first === null ? undefined : turn.get("waiters", watch.first);
  const head = watch.head === null ? undefined : turn.get("waiters", watch.head);
  const candidate = only === null ? first : turn.get("waiters", only);
  if (!head || !candidate) return head ?? first;
  return candidate.place < head.place ? candidate : head;
}

function moveHeadBack(turn: Turn, watch: Watch, only: string | null): void {
  const head = startOfSearch(turn, watch, only)?.id ?? null;
  if (head !== watch.head) updateWatch(turn, watch.number, { head });
}

/**
 * Selection: offers a free line to those who wait for it.
 * @param only the one waiter that has changed; null when the line itself has, so that every waiter is asked
 */
export function select(turn: Turn, watched: string, only: string | null): void {
  const watch = turn.get("watches", watched);
  if (!watch) return;
  const status = lineStatus(turn, watched);
  if (!status.isFree) {
    turn.clearTimer("guard", watched);
    if (watch.guardPassed) updateWatch(turn, watched, { guardPassed: false });
    if (only !== null && status.isInUse) withdrawLate(turn, only);
    else if (only !== null && status.isDndReject) refuseDial(turn, only);
    if (status.isIdle && watch.cycledUnderDndReject) offerAllUnderDndReject(turn, watched, only);
    if (only !== null) moveHeadBack(turn, turn.get("watches", watched) ?? watch, only);
    return;
  }
  if (!passesGuard(turn, watch)) return;
  const { policy } = turn.parameters;
  if (policy === "oneAtATime") {
    offerInOrder(turn, turn.get("watches", watched) ?? watch, only);
    return;
  }
  if (only === null) for (const waiter of waitersOf(turn, watched)) offer(turn, waiter);
  const waiter = only === null ? undefined : turn.get("waiters", only);
  if (waiter) offer(turn, waiter);
}

/** The line refuses calls: there is no Dial for a request that was or became ready (row 18b) [S6]. */
export function refuseDial(turn: Turn, id: string): void {
  const request = turn.get("requests", id);
  if (request?.state === "ready" || request?.state === "readyLate") notifyDndReject(turn, request, "18b");
}

/** A request that became ready late while B is in use goes back to waiting at once (row 18). */
function withdrawLate(turn: Turn, id: string): void {
  const request = turn.get("requests", id);
  if (request?.state === "readyLate") withdraw(turn, request, "inUse");
}

/** Guard time: B has to stay free that long before anybody is notified. */
function passesGuard(turn: Turn, watch: Watch): boolean {
  const { guard } = turn.parameters;
  if (guard === 0 || watch.guardPassed) return true;
  if (!turn.get("timers", `guard:${watch.number}`)) {
    turn.decide("guardTime", {}, { number: digitsOf(turn, watch.number), guard });
    turn.setTimer("guard", watch.number, guard);
  }
  return false;
}

function offerAllUnderDndReject(turn: Turn, watched: string, only: string | null): void {
  if (only !== null) offerUnderDndReject(turn, only);
  else for (const { id } of waitersOf(turn, watched)) offerUnderDndReject(turn, id);
}

/** B has made a cycle and still refuses calls (row 13): whoever waits learns it, or is suspended (row 12). */
function offerUnderDndReject(turn: Turn, id: string): void {
  const waiter = turn.get("waiters", id);
  const request = turn.get("requests", id);
  if (!waiter || request?.state !== "active" || needsUse(turn, waiter)) return;
  if (isWaitingToReplace(turn, request)) return;
  const phone = turn.get("phones", request.originator.phone);
  if (phone?.registration !== "registered") return;
  if (isFree(turn, phone)) notifyDndReject(turn, request, "13");
  else suspend(turn, request, "12");
}
