import type { decisionListFields } from "@/lib/contract/call-back";
import type { ListQuery } from "@/lib/contract/list";
import { sqlIn } from "@/lib/server/db/kysely";
import type { ListFields } from "@/lib/server/db/list/conditions";
import { instant, optionalText, rowOf, typedText } from "@/lib/server/db/list/list-fields";
import { planList } from "@/lib/server/db/list/plan-list";
import { type Page, readPage } from "@/lib/server/db/list/read-page";
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

const decision = rowOf<"CallDecision">();
const listFields: ListFields<(typeof decisionListFields)[number]> = {
  at: instant(decision.ref("t.at")),
  phone: optionalText(decision.ref("t.phone")),
  request: optionalText(decision.ref("t.requestId")),
  rule: typedText(decision.ref("t.rule")),
};

/** One page of decisions. */
export async function listStoredDecisions(
  transaction: Transaction,
  query: ListQuery,
): Promise<Page<StoredDecision>> {
  const decisions = sqlIn(transaction).selectFrom("CallDecision as t").selectAll("t");
  const { items, ...page } = await readPage(decisions, planList(query, listFields));
  const events = await transaction.callEvent.findMany({
    where: { place: { in: items.map(({ place }) => place) } },
  });
  const byPlace = new Map(events.map((event) => [event.place, event]));
  return {
    ...page,
    items: items.flatMap(({ at, place, rule, phone, requestId, inputs }) => {
      const event = byPlace.get(place);
      return event
        ? [{ at, cluster: event.cluster, event: event.event, rule, phone, requestId, inputs }]
        : [];
    }),
  };
}
