import type { EngineEvent } from "@/lib/callback/state/events";
import type { ConfigurationChanged } from "@/lib/server/db/call/configuration-changed";
import type { Transaction } from "@/lib/server/db/transaction";

/** Something of calls that is due: a timer, or an event, such as a message from another cluster. */
export type DueCall =
  | { readonly kind: "timer"; readonly cluster: string; readonly id: string; readonly dueAt: Date }
  | {
      readonly kind: "event";
      readonly cluster: string;
      readonly id: string;
      readonly dueAt: Date;
      readonly event: EngineEvent | ConfigurationChanged;
    };

const stamp = (date: Date) => date.toISOString().replace("Z", "");

/**
 * What is due by a time, the earliest first; at one instant events as they were sent, then timers as they were set. Of the
 * events of a cluster the first one that was sent, although whoever sent it may have had another clock.
 */
export async function listDueCalls(transaction: Transaction, until: Date, limit: number): Promise<DueCall[]> {
  return transaction.$queryRaw<DueCall[]>`
    SELECT * FROM (
      (SELECT 'event' AS "kind", d."cluster", f."id"::text AS "id", d."dueAt", f."event", f."id" AS "place"
        FROM (SELECT e."cluster", min(e."dueAt") AS "dueAt" FROM "DueEvent" e
          WHERE e."dueAt" <= ${stamp(until)}::timestamp(3) GROUP BY 1) d
        JOIN LATERAL (SELECT o."id", o."event" FROM "DueEvent" o WHERE o."cluster" = d."cluster" ORDER BY o."id" LIMIT 1) f ON true
        ORDER BY 4, 6 LIMIT ${limit})
      UNION ALL
      (SELECT 'timer', t."cluster", t."id", t."dueAt", NULL, t."version" FROM "CallTimer" t
        WHERE t."dueAt" <= ${stamp(until)}::timestamp(3) ORDER BY t."dueAt", t."version", t."cluster", t."id" LIMIT ${limit})) d
    ORDER BY d."dueAt", d."kind", d."place", d."cluster", d."id" LIMIT ${limit}`;
}

/** When the next thing of calls is due; null when nothing waits. */
export async function findNextCallDueAt(transaction: Transaction): Promise<Date | null> {
  const [row] = await transaction.$queryRaw<{ dueAt: Date | null }[]>`
    SELECT least((SELECT min("dueAt") FROM "CallTimer"), (SELECT min("dueAt") FROM "DueEvent")) AS "dueAt"`;
  return row?.dueAt ?? null;
}

/** Throws away an event of a cluster that does not exist any more, or a timer of one. */
export async function dropDueCall(transaction: Transaction, due: DueCall): Promise<void> {
  if (due.kind === "event")
    await transaction.$executeRaw`DELETE FROM "DueEvent" WHERE "id" = ${due.id}::bigint`;
  else
    await transaction.$executeRaw`DELETE FROM "CallTimer" WHERE "cluster" = ${due.cluster} AND "id" = ${due.id}`;
}
