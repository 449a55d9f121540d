import { digitsOf } from "@/lib/callback/calls/digits-of";
import { leave, reconsider, requireUse } from "@/lib/callback/requests/queue";
import type { ServedRequest } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { RequestMessage } from "@/lib/callback/state/trunk-messages";

/** The id under which a request of another cluster is served here. */
export function servedId(cluster: string, request: string): string {
  return `served:${cluster}/${request}`;
}

/** Sends a message about a served request to the cluster that asked. */
export function answer(context: StepContext, cluster: string, message: RequestMessage): void {
  context.emit({ kind: "sendTrunkMessage", cluster, message });
}

function setServed(context: StepContext, served: ServedRequest, fields: Partial<ServedRequest>): void {
  context.put("served", served.id, { ...served, ...fields });
}

function explain(context: StepContext, { request, watched }: ServedRequest, what: string): void {
  context.decide("served", { request }, { what, number: digitsOf(context, watched) });
}

/** B is free: the cluster of A is told; under oneAtATime A has until T3 to answer. */
export function notifyServed(context: StepContext, served: ServedRequest): void {
  const sent = served.sent + 1;
  explain(context, served, "notified");
  setServed(context, served, { state: "notified", sent });
  const { parameters } = context;
  if (parameters.policy === "oneAtATime") context.setTimer("T3", served.id, parameters.recall);
  answer(context, served.cluster, { kind: "remoteUserFree", request: served.request, count: sent });
}

/** It waits again: B is in use again, A did not answer in time, or the call back failed. */
export function keepWaiting(context: StepContext, served: ServedRequest, needsCycle: boolean): void {
  context.clearTimer("T3", served.id);
  explain(context, served, "waiting");
  setServed(context, served, { state: "waiting" });
  if (needsCycle) requireUse(context, served.id);
  reconsider(context, served.watched, served.id);
}

/** A calls B from the notification screen. */
export function callServed(context: StepContext, served: ServedRequest): void {
  context.clearTimer("T3", served.id);
  setServed(context, served, { state: "calling" });
}

/** A is busy: somebody else may hold the line. An older message than one that was heard changes nothing. */
export function suspendServed(context: StepContext, served: ServedRequest, count: number): void {
  if (count <= served.heard) return;
  context.clearTimer("T3", served.id);
  explain(context, served, "suspended");
  setServed(context, served, { state: "suspended", heard: count });
  reconsider(context, served.watched, served.id);
}

/** A is free again: when B is free, it is told at once. */
export function resumeServed(context: StepContext, served: ServedRequest, count: number): void {
  if (count <= served.heard) return;
  explain(context, served, "resumed");
  context.clearTimer("T3", served.id);
  setServed(context, served, { state: "waiting", heard: count });
  reconsider(context, served.watched, served.id);
}

/**
 * The served request is over here; nothing of it is left.
 * @param told what the cluster that asked is told: nothing, that it is over, or that A and B talk (row 29)
 */
export function endServed(
  context: StepContext,
  served: ServedRequest,
  told: "nothing" | "over" | "completed",
): void {
  for (const kind of ["T2", "T3"] as const) context.clearTimer(kind, served.id);
  explain(context, served, "ended");
  leave(context, served.id);
  context.put("served", served.id, null);
  if (told === "nothing") return;
  const { cluster, request } = served;
  answer(context, cluster, { kind: "ccCancel", request, ...(told === "completed" ? { reason: told } : {}) });
}
