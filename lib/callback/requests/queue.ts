import { type CallUse, callUse, isLineRefusing, isOldSip, isUsed } from "@/lib/callback/phones/availability";
import type { Phone } from "@/lib/callback/state/phone";
import type { Waiter, Watch } from "@/lib/callback/state/request";
import type { Turn } from "@/lib/callback/state/turn";
import type { Reader } from "@/lib/callback/state/world";

/** Whether the phone is in a use that can become a cycle; of SIP 7940 and 7960 only calls they dialled [IN-03]. */
export function isCycling(phone: Phone, use: CallUse): boolean {
  return isOldSip(phone) ? use.hasDialled : isUsed(phone, use);
}

function isLineCycling(reader: Reader, watched: string): boolean {
  const names = reader.get("lines", watched)?.phones ?? [];
  return names.some((name) => {
    const phone = reader.get("phones", name);
    return phone?.registration === "registered" && isCycling(phone, callUse(reader, phone));
  });
}

function newWatch(turn: Turn, number: string): Watch {
  return {
    number,
    first: null,
    last: null,
    nextPlace: 1,
    head: null,
    holder: null,
    usesBegun: isLineCycling(turn, number) ? 1 : 0,
    usesEnded: 0,
    isDndReject: isLineRefusing(turn, number),
    cycledUnderDndReject: false,
    guardPassed: false,
  };
}

/** Changes some fields of a watch that is there. */
export function updateWatch(turn: Turn, number: string, fields: Partial<Watch>): void {
  const watch = turn.get("watches", number);
  if (watch) turn.put("watches", number, { ...watch, ...fields });
}

function updateWaiter(turn: Turn, id: string | null, fields: Partial<Waiter>): void {
  const waiter = id === null ? undefined : turn.get("waiters", id);
  if (waiter) turn.put("waiters", waiter.id, { ...waiter, ...fields });
}

/** The use that has to end before a waiter is selected: the one going on, else the next. */
function nextUse(turn: Turn, watch: Watch): number {
  return isLineCycling(turn, watch.number) ? watch.usesBegun : watch.usesBegun + 1;
}

/** Who joins a queue, and since when it waits. */
export interface Joining {
  readonly id: string;
  readonly kind: Waiter["kind"];
  readonly needsUse: boolean;
  readonly since: number;
}

/** Queues a request in the watch of a line behind those who wait as long; the watch begins with its first waiter. */
export function join(turn: Turn, watched: string, { id, kind, needsUse, since }: Joining): void {
  const watch = turn.get("watches", watched) ?? newWatch(turn, watched);
  let next: Waiter | undefined;
  let previous = waiterOf(turn, watch.last);
  while (previous && previous.since > since) {
    next = previous;
    previous = waiterOf(turn, previous.previous);
  }
  const place = next ? ((previous?.place ?? 0) + next.place) / 2 : watch.nextPlace;
  turn.put("waiters", id, {
    ...{ id, kind, watched, place, since },
    previous: previous?.id ?? null,
    next: next?.id ?? null,
    needsUse: needsUse ? nextUse(turn, watch) : null,
  });
  updateWaiter(turn, previous?.id ?? null, { next: id });
  updateWaiter(turn, next?.id ?? null, { previous: id });
  turn.put("watches", watched, {
    ...watch,
    first: previous ? watch.first : id,
    last: next ? watch.last : id,
    nextPlace: next ? watch.nextPlace : watch.nextPlace + 1,
  });
  if (place <= (previous?.place ?? 0) || place >= (next?.place ?? watch.nextPlace + 1))
    renumber(turn, watched);
}

function waiterOf(turn: Turn, id: string | null): Waiter | undefined {
  return id === null ? undefined : turn.get("waiters", id);
}

/** There is no number between two places any more. */
function renumber(turn: Turn, watched: string): void {
  let place = 1;
  for (const { id } of waitersOf(turn, watched)) updateWaiter(turn, id, { place: place++ });
  updateWatch(turn, watched, { nextPlace: place });
}

/** Takes a request out of the queue; the watch ends with its last waiter [S11]. */
export function leave(turn: Turn, id: string): void {
  const waiter = turn.get("waiters", id);
  const watch = waiter && turn.get("watches", waiter.watched);
  if (!waiter || !watch) return;
  const { previous, next, watched } = waiter;
  turn.put("waiters", id, null);
  updateWaiter(turn, previous, { next });
  updateWaiter(turn, next, { previous });
  if (previous === null && next === null) {
    turn.put("watches", watched, null);
    turn.clearTimer("guard", watched);
    return;
  }
  turn.put("watches", watched, {
    ...watch,
    first: watch.first === id ? next : watch.first,
    last: watch.last === id ? previous : watch.last,
    head: watch.head === id ? (next ?? previous) : watch.head,
    holder: watch.holder === id ? null : watch.holder,
  });
  reconsider(turn, watched, next ?? previous);
}

/** The waiters of a watch in the order of acceptance; a waiter may leave while they are walked. */
export function* waitersOf(turn: Turn, watched: string): Generator<Waiter> {
  let id = turn.get("watches", watched)?.first ?? null;
  while (id !== null) {
    const waiter = turn.get("waiters", id);
    if (!waiter) return;
    id = waiter.next;
    yield waiter;
  }
}

/** From now on the waiter is not selected before B has made a cycle. */
export function requireUse(turn: Turn, id: string): void {
  const waiter = turn.get("waiters", id);
  const watch = waiter && turn.get("watches", waiter.watched);
  if (waiter && watch) turn.put("waiters", id, { ...waiter, needsUse: nextUse(turn, watch) });
}

/** True while the waiter has to wait for a cycle of B. */
export function needsUse(reader: Reader, waiter: Waiter): boolean {
  if (waiter.needsUse === null) return false;
  return (reader.get("watches", waiter.watched)?.usesEnded ?? 0) < waiter.needsUse;
}

/** Those of a watch that have to be judged, first come first: several may have become able in the same step. */
export function reconsideredInOrder(turn: Turn, watched: string, waiters: Set<string>): Set<string> {
  if (waiters.size < 2) return waiters;
  const place = (id: string) => turn.get("waiters", id)?.place ?? 0;
  const sorted = new Set([...waiters].sort((one, other) => place(one) - place(other)));
  turn.reconsidered.set(watched, sorted);
  return sorted;
}

/** The watch has to be judged at the end of the step: for this waiter, or (null) for all of them. */
export function reconsider(turn: Turn, watched: string, waiter: string | null): void {
  const waiters = turn.reconsidered.get(watched);
  if (waiter === null) turn.reconsidered.set(watched, null);
  else if (waiters === undefined) turn.reconsidered.set(watched, new Set([waiter]));
  else waiters?.add(waiter);
}
