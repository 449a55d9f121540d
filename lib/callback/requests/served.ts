import { digitsOf } from "@/lib/callback/calls/digits-of";
import { leave, reconsider, requireUse } from "@/lib/callback/requests/queue";
import type { ServedRequest } from "@/lib/callback/state/request";
import type { RequestMessage } from "@/lib/callback/state/trunk-messages";
import type { Turn } from "@/lib/callback/state/turn";

/** The id under which a request of another cluster is served here. */
export function servedId(cluster: string, request: string): string {
  return `served:${cluster}/${request}`;
}

/** Sends a message about a served request to the cluster that asked. */
export function answer(turn: Turn, cluster: string, message: RequestMessage): void {
  turn.emit({ kind: "sendTrunkMessage", cluster, message });
}

function setServed(turn: Turn, served: ServedRequest, fields: Partial<ServedRequest>): void {
  turn.put("served", served.id, { ...served, ...fields });
}

function explain(turn: Turn, { request, watched }: ServedRequest, what: string): void {
  turn.decide("served", { request }, { what, number: digitsOf(turn, watched) });
}

/** B is free: the cluster of A is told; under oneAtATime A has until T3 to answer. */
export function notifyServed(turn: Turn, served: ServedRequest): void {
  const sent = served.sent + 1;
  explain(turn, served, "notified");
  setServed(turn, served, { state: "notified", sent });
  const { parameters } = turn;
  if (parameters.policy === "oneAtATime") turn.setTimer("T3", served.id, parameters.recall);
  answer(turn, served.cluster, { kind: "remoteUserFree", request: served.request, count: sent });
}

/** It waits again: B is in use again, A did not answer in time, or the call back failed. */
export function keepWaiting(turn: Turn, served: ServedRequest, needsCycle: boolean): void {
  turn.clearTimer("T3", served.id);
  explain(turn, served, "waiting");
  setServed(turn, served, { state: "waiting" });
  if (needsCycle) requireUse(turn, served.id);
  reconsider(turn, served.watched, served.id);
}

/** A calls B from the notification screen. */
export function callServed(turn: Turn, served: ServedRequest): void {
  turn.clearTimer("T3", served.id);
  setServed(turn, served, { state: "calling" });
}

/** A is busy: somebody else may have the turn. An older message than one that was heard changes nothing. */
export function suspendServed(turn: Turn, served: ServedRequest, count: number): void {
  if (count <= served.heard) return;
  turn.clearTimer("T3", served.id);
  explain(turn, served, "suspended");
  setServed(turn, served, { state: "suspended", heard: count });
  reconsider(turn, served.watched, served.id);
}

/** A is free again: when B is free, it is told at once. */
export function resumeServed(turn: Turn, served: ServedRequest, count: number): void {
  if (count <= served.heard) return;
  explain(turn, served, "resumed");
  turn.clearTimer("T3", served.id);
  setServed(turn, served, { state: "waiting", heard: count });
  reconsider(turn, served.watched, served.id);
}

/**
 * The served request is over here; nothing of it is left.
 * @param told what the cluster that asked is told: nothing, that it is over, or that A and B talk (row 29)
 */
export function endServed(turn: Turn, served: ServedRequest, told: "nothing" | "over" | "completed"): void {
  for (const kind of ["T2", "T3"] as const) turn.clearTimer(kind, served.id);
  explain(turn, served, "ended");
  leave(turn, served.id);
  turn.put("served", served.id, null);
  if (told === "nothing") return;
  const { cluster, request } = served;
  answer(turn, cluster, { kind: "ccCancel", request, ...(told === "completed" ? { reason: told } : {}) });
}
