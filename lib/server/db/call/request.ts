import { guardedLine } from "@/lib/callback/requests/request-state";
import type { CallBackRequest, Timer } from "@/lib/callback/state/request";
import type { requestListFields } from "@/lib/contract/call-back";
import type { ListQuery } from "@/lib/contract/list";
import { type ListFields, planList } from "@/lib/server/db/list";
import type { Transaction } from "@/lib/server/db/transaction";

/** A request with its timers, in whichever cluster its originator is. */
export interface StoredRequest {
  readonly request: CallBackRequest;
  readonly cluster: string;
  readonly timers: readonly Timer[];
}

const listFields: ListFields<(typeof requestListFields)[number]> = {
  id: { kind: "text", column: "id" },
  phone: { kind: "text", column: "phone" },
  directoryNumber: { kind: "text", column: "directoryNumber" },
  target: { kind: "text", column: "target" },
  mode: { kind: "text", column: "mode" },
  state: { kind: "text", column: "state" },
  reason: { kind: "text", column: "reason" },
  createdAt: { kind: "date", column: "createdAt" },
};

interface RequestRow {
  id: string;
  cluster: string;
  value: unknown;
}

async function withTimers(transaction: Transaction, rows: readonly RequestRow[]): Promise<StoredRequest[]> {
  const requests = rows.map(({ id, cluster, value }) => {
    const request = value as CallBackRequest;
    return { id, cluster, request, guarded: guardedLine(request) };
  });
  const owners = requests.flatMap(({ id, guarded }) => (guarded === null ? [id] : [id, guarded]));
  const timers = await transaction.callTimer.findMany({
    where: { owner: { in: owners } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return requests.map(({ id, cluster, request, guarded }) => ({
    request,
    cluster,
    timers: timers
      .filter((timer) => timer.cluster === cluster && (timer.owner === id || timer.owner === guarded))
      .map((timer) => ({
        id: timer.id,
        kind: timer.kind as Timer["kind"],
        owner: timer.owner,
        dueAt: timer.dueAt.getTime(),
      })),
  }));
}

/** One page of requests. */
export async function listStoredRequests(
  transaction: Transaction,
  query: ListQuery,
): Promise<{ items: StoredRequest[]; nextCursor: string | null; total: number }> {
  const plan = planList(query, listFields, "place");
  const rows = await transaction.callBackRequest.findMany({
    where: { AND: [plan.filter, plan.page] },
    orderBy: plan.orderBy,
    take: plan.take + 1,
  });
  const total = await transaction.callBackRequest.count({ where: plan.filter });
  const items = rows.slice(0, plan.take);
  const last = items.at(-1);
  return {
    items: await withTimers(transaction, items),
    nextCursor: rows.length > plan.take && last ? plan.cursorAfter(last as never) : null,
    total,
  };
}

/** The request with this id, or null. */
export async function findStoredRequest(transaction: Transaction, id: string): Promise<StoredRequest | null> {
  const row = await transaction.callBackRequest.findUnique({ where: { id } });
  return row ? ((await withTimers(transaction, [row]))[0] ?? null) : null;
}

/** Deletes what is kept for a time only: events with their decisions, and requests that ended. */
export async function deleteCallsBefore(transaction: Transaction, time: Date): Promise<void> {
  await transaction.callDecision.deleteMany({ where: { at: { lt: time } } });
  await transaction.callEvent.deleteMany({ where: { at: { lt: time } } });
  await transaction.callBackRequest.deleteMany({ where: { createdAt: { lt: time }, state: "ended" } });
}
