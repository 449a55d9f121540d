import { type CallUse, callUse, isLineRefusing, isOldSip, isUsed } from "@/lib/callback/phones/availability";
import type { Phone } from "@/lib/callback/state/phone";
import type { Waiter, Watch } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { Reader } from "@/lib/callback/state/world";

/** Whether the phone is in a use that can become a cycle; of SIP 7940 and 7960 only calls they dialled [IN-03]. */
export function isCycling(phone: Phone, use: CallUse): boolean {
  return isOldSip(phone) ? use.hasDialled : isUsed(phone, use);
}

/** Whether a phone of the line is in a use that can become a cycle. */
export function isLineCycling(reader: Reader, watched: string): boolean {
  const names = reader.get("lines", watched)?.phones ?? [];
  return names.some((name) => {
    const phone = reader.get("phones", name);
    return phone?.registration === "registered" && isCycling(phone, callUse(reader, phone));
  });
}

function newWatch(context: StepContext, number: string): Watch {
  return {
    number,
    first: null,
    last: null,
    nextPlace: 1,
    head: null,
    holder: null,
    usesBegun: isLineCycling(context, number) ? 1 : 0,
    usesEnded: 0,
    isDndReject: isLineRefusing(context, number),
    cycledUnderDndReject: false,
    guardPassed: false,
  };
}

/** Changes some fields of a watch that is there. */
export function updateWatch(context: StepContext, number: string, fields: Partial<Watch>): void {
  const watch = context.get("watches", number);
  if (watch) context.put("watches", number, { ...watch, ...fields });
}

function updateWaiter(context: StepContext, id: string | null, fields: Partial<Waiter>): void {
  const waiter = id === null ? undefined : context.get("waiters", id);
  if (waiter) context.put("waiters", waiter.id, { ...waiter, ...fields });
}

/** The use that has to end before a waiter is selected: the one going on, else the next. */
function nextUse(context: StepContext, watch: Watch): number {
  return isLineCycling(context, watch.number) ? watch.usesBegun : watch.usesBegun + 1;
}

/** Who joins a queue, and since when it waits. */
export interface Joining {
  readonly id: string;
  readonly kind: Waiter["kind"];
  readonly needsUse: boolean;
  readonly since: number;
}

/** Queues a request in the watch of a line behind those who wait as long; the watch begins with its first waiter. */
export function join(context: StepContext, watched: string, { id, kind, needsUse, since }: Joining): void {
  const watch = context.get("watches", watched) ?? newWatch(context, watched);
  let next: Waiter | undefined;
  let previous = waiterOf(context, watch.last);
  while (previous && previous.since > since) {
    next = previous;
    previous = waiterOf(context, previous.previous);
  }
  const place = next ? ((previous?.place ?? 0) + next.place) / 2 : watch.nextPlace;
  context.put("waiters", id, {
    ...{ id, kind, watched, place, since },
    previous: previous?.id ?? null,
    next: next?.id ?? null,
    needsUse: needsUse ? nextUse(context, watch) : null,
  });
  updateWaiter(context, previous?.id ?? null, { next: id });
  updateWaiter(context, next?.id ?? null, { previous: id });
  context.put("watches", watched, {
    ...watch,
    first: previous ? watch.first : id,
    last: next ? watch.last : id,
    nextPlace: next ? watch.nextPlace : watch.nextPlace + 1,
  });
  if (place <= (previous?.place ?? 0) || place >= (next?.place ?? watch.nextPlace + 1))
    renumber(context, watched);
}

function waiterOf(context: StepContext, id: string | null): Waiter | undefined {
  return id === null ? undefined : context.get("waiters", id);
}

/** There is no number between two places any more. */
function renumber(context: StepContext, watched: string): void {
  let place = 1;
  for (const { id } of waitersOf(context, watched)) updateWaiter(context, id, { place: place++ });
  updateWatch(context, watched, { nextPlace: place });
}

/** Takes a request out of the queue; the watch ends with its last waiter [S11]. */
export function leave(context: StepContext, id: string): void {
  const waiter = context.get("waiters", id);
  const watch = waiter && context.get("watches", waiter.watched);
  if (!waiter || !watch) return;
  const { previous, next, watched } = waiter;
  context.put("waiters", id, null);
  updateWaiter(context, previous, { next });
  updateWaiter(context, next, { previous });
  if (previous === null && next === null) {
    context.put("watches", watched, null);
    context.clearTimer("guard", watched);
    return;
  }
  context.put("watches", watched, {
    ...watch,
    first: watch.first === id ? next : watch.first,
    last: watch.last === id ? previous : watch.last,
    head: watch.head === id ? (next ?? previous) : watch.head,
    holder: watch.holder === id ? null : watch.holder,
  });
  reconsider(context, watched, next ?? previous);
}

/** The waiters of a watch in the order of acceptance; a waiter may leave while they are walked. */
export function* waitersOf(context: StepContext, watched: string): Generator<Waiter> {
  let id = context.get("watches", watched)?.first ?? null;
  while (id !== null) {
    const waiter = context.get("waiters", id);
    if (!waiter) return;
    id = waiter.next;
    yield waiter;
  }
}

/** From now on the waiter is not selected before B has made a cycle. */
export function requireUse(context: StepContext, id: string): void {
  const waiter = context.get("waiters", id);
  const watch = waiter && context.get("watches", waiter.watched);
  if (waiter && watch) context.put("waiters", id, { ...waiter, needsUse: nextUse(context, watch) });
}

/** True while the waiter has to wait for a cycle of B. */
export function needsUse(reader: Reader, waiter: Waiter): boolean {
  if (waiter.needsUse === null) return false;
  return (reader.get("watches", waiter.watched)?.usesEnded ?? 0) < waiter.needsUse;
}

/** Those of a watch that have to be judged, first come first: several may have become able in the same step. */
export function reconsideredInOrder(
  context: StepContext,
  watched: string,
  waiters: Set<string>,
): Set<string> {
  if (waiters.size < 2) return waiters;
  const place = (id: string) => context.get("waiters", id)?.place ?? 0;
  const sorted = new Set([...waiters].sort((one, other) => place(one) - place(other)));
  context.reconsidered.set(watched, sorted);
  return sorted;
}

/** The watch has to be judged at the end of the step: for this waiter, or (null) for all of them. */
export function reconsider(context: StepContext, watched: string, waiter: string | null): void {
  const waiters = context.reconsidered.get(watched);
  if (waiter === null) context.reconsidered.set(watched, null);
  else if (waiters === undefined) context.reconsidered.set(watched, new Set([waiter]));
  else waiters?.add(waiter);
}
