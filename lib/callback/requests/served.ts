import { digitsOf } from "@/lib/callback/calls/digits-of";
import { leave, reconsider, requireUse } from "@/lib/callback/requests/queue";
import {
  holdServedToTable,
  type ServedAfter,
  type ServedRowName,
  type ServedRowTo,
  servedRow,
} from "@/lib/callback/requests/served-table";
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

/** Another state of a served request by a row of its table, and other fields; the trace says what the row says. */
function setServed<Name extends ServedRowName>(
  context: StepContext,
  served: ServedRequest,
  row: Name,
  state: ServedAfter<Name> & ServedRequest["state"],
  fields: Partial<ServedRequest> = {},
): void {
  holdServedToTable(context, served.id, row, state);
  explain(context, served, row);
  context.put("served", served.id, { ...served, ...fields, state });
}

function explain(context: StepContext, { request, watched }: ServedRequest, row: ServedRowName): void {
  const { says } = servedRow(row);
  if (says) context.decide("served", { request }, { what: says, number: digitsOf(context, watched) });
}

/** B is free: the cluster of A is told; under oneAtATime A has until T3 to answer. */
export function notifyServed(context: StepContext, served: ServedRequest): void {
  const sent = served.sent + 1;
  setServed(context, served, "notified", "notified", { sent });
  const { parameters } = context;
  if (parameters.policy === "oneAtATime") context.setTimer("T3", served.id, parameters.recall);
  answer(context, served.cluster, { kind: "remoteUserFree", request: served.request, count: sent });
}

/**
 * It waits again: B is in use again, A did not answer in time, or the call back failed.
 * @param needsUse whether it has to wait for a cycle of B
 */
export function keepWaiting(
  context: StepContext,
  served: ServedRequest,
  row: "lineTaken" | "turnLost" | "recallExpired" | "callFailed",
  needsUse: boolean,
): void {
  context.clearTimer("T3", served.id);
  setServed(context, served, row, "waiting");
  if (needsUse) requireUse(context, served.id);
  reconsider(context, served.watched, served.id);
}

/** A calls B from the notification screen. */
export function callServed(context: StepContext, served: ServedRequest): void {
  context.clearTimer("T3", served.id);
  setServed(context, served, "called", "calling");
}

/** A is busy: somebody else may hold the line. An older message than one that was heard changes nothing. */
export function suspendServed(context: StepContext, served: ServedRequest, count: number): void {
  if (count <= served.heard) return;
  context.clearTimer("T3", served.id);
  setServed(context, served, "suspended", "suspended", { heard: count });
  reconsider(context, served.watched, served.id);
}

/** A is free again: when B is free, it is told at once. */
export function resumeServed(context: StepContext, served: ServedRequest, count: number): void {
  if (count <= served.heard) return;
  context.clearTimer("T3", served.id);
  setServed(context, served, "resumed", "waiting", { heard: count });
  reconsider(context, served.watched, served.id);
}

/** The served request is over here; nothing of it is left, and the cluster that asked is told what the row sends. */
export function endServed(context: StepContext, served: ServedRequest, row: ServedRowTo<"none">): void {
  for (const kind of ["T2", "T3"] as const) context.clearTimer(kind, served.id);
  holdServedToTable(context, served.id, row, "none");
  explain(context, served, row);
  leave(context, served.id);
  context.put("served", served.id, null);
  const { sends } = servedRow(row);
  if (!sends) return;
  const { cluster, request } = served;
  const isCompleted = sends === "ccCancel: completed";
  answer(context, cluster, {
    kind: "ccCancel",
    request,
    ...(isCompleted ? { reason: "completed" as const } : {}),
  });
}
