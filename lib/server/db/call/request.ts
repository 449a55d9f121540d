import { guardedLine } from "@/lib/callback/requests/request-state";
import type { CallBackRequest, Timer } from "@/lib/callback/state/request";
import type { requestListFields } from "@/lib/contract/call-back";
import type { ListQuery } from "@/lib/contract/list";
import { sqlIn } from "@/lib/server/db/kysely";
import type { ListFields } from "@/lib/server/db/list/conditions";
import { instant, rowOf, typedText } from "@/lib/server/db/list/list-fields";
import { planList } from "@/lib/server/db/list/plan-list";
import { type Page, readPage } from "@/lib/server/db/list/read-page";
import type { Transaction } from "@/lib/server/db/transaction";

/** A request with its timers, in whichever cluster its originator is. */
export interface StoredRequest {
  readonly request: CallBackRequest;
  readonly cluster: string;
  readonly timers: readonly Timer[];
}

const row = rowOf<"CallBackRequest">();
const listFields: ListFields<(typeof requestListFields)[number]> = {
  id: typedText(row.ref("t.id")),
  phone: typedText(row.ref("t.phone")),
  directoryNumber: typedText(row.ref("t.directoryNumber")),
  target: typedText(row.ref("t.target")),
  mode: typedText(row.ref("t.mode")),
  state: typedText(row.ref("t.state")),
  reason: typedText(row.ref("t.reason")),
  createdAt: instant(row.ref("t.createdAt")),
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
): Promise<Page<StoredRequest>> {
  const requests = sqlIn(transaction)
    .selectFrom("CallBackRequest as t")
    .select(["t.id", "t.cluster", "t.value"]);
  const { items, ...page } = await readPage(requests, planList(query, listFields, "place"));
  return { ...page, items: await withTimers(transaction, items) };
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
