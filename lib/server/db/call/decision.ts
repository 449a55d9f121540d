import type { decisionListFields } from "@/lib/contract/call-back";
import type { ListQuery } from "@/lib/contract/list";
import { type ListFields, planList } from "@/lib/server/db/list";
import type { Transaction } from "@/lib/server/db/transaction";

/** One decision about a request, with the event that it belongs to. */
export interface StoredDecision {
  readonly at: Date;
  readonly cluster: string;
  readonly event: unknown;
  readonly rule: string;
  readonly phone: string | null;
  readonly requestId: string | null;
  readonly inputs: unknown;
}

/** Every decision about a request, in the order in which they were taken, in whichever cluster. */
export async function listDecisions(transaction: Transaction, requestId: string): Promise<StoredDecision[]> {
  return transaction.$queryRaw<StoredDecision[]>`
    SELECT d."at", e."cluster", e."event", d."rule", d."phone", d."requestId", d."inputs"
    FROM "CallDecision" d JOIN "CallEvent" e ON e."place" = d."place"
    WHERE d."requestId" = ${requestId} ORDER BY d."id"`;
}

const listFields: ListFields<(typeof decisionListFields)[number]> = {
  at: { kind: "date", column: "at" },
  phone: { kind: "text", column: "phone" },
  request: { kind: "text", column: "requestId" },
  rule: { kind: "text", column: "rule" },
};

/** One page of decisions. */
export async function listStoredDecisions(
  transaction: Transaction,
  query: ListQuery,
): Promise<{ items: StoredDecision[]; nextCursor: string | null; total: number }> {
  const plan = planList(query, listFields);
  const rows = await transaction.callDecision.findMany({
    where: { AND: [plan.filter, plan.page] },
    orderBy: plan.orderBy,
    take: plan.take + 1,
  });
  const total = await transaction.callDecision.count({ where: plan.filter });
  const page = rows.slice(0, plan.take);
  const events = await transaction.callEvent.findMany({
    where: { place: { in: page.map(({ place }) => place) } },
  });
  const byPlace = new Map(events.map((event) => [event.place, event]));
  const last = page.at(-1);
  return {
    items: page.flatMap(({ at, place, rule, phone, requestId, inputs }) => {
      const event = byPlace.get(place);
      return event
        ? [{ at, cluster: event.cluster, event: event.event, rule, phone, requestId, inputs }]
        : [];
    }),
    nextCursor: rows.length > plan.take && last ? plan.cursorAfter(last as never) : null,
    total,
  };
}
