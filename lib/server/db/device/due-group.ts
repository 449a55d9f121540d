import { sql } from "kysely";
import type { DeviceTimer } from "@/lib/devices/device";
import { instant } from "@/lib/server/db/device/due";
import { insertRows } from "@/lib/server/db/insert-rows";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** Phones with the same timer, and where the items of their actions are, if they are together. */
export interface DueGroup {
  readonly timer: DeviceTimer;
  readonly phoneIds: readonly string[];
  readonly itemGroupId: string | null;
}

/** Notes where to look when timers are due; what the timers are is stored with the phones. */
export async function insertDueGroups(transaction: Transaction, groups: readonly DueGroup[]): Promise<void> {
  await insertRows(
    transaction,
    "DueGroup",
    groups.map(({ timer: { kind, dueAt }, phoneIds, itemGroupId }) => ({
      ...{ timerKind: kind, dueAt: new Date(dueAt), phoneIds, phoneCount: phoneIds.length, itemGroupId },
    })),
  );
}

/**
 * Takes away the groups whose timers of a kind are due, the earliest first, about so many phones; whoever takes them drives the
 * phones, and inserts again those to which it did nothing. A phone whose timer has changed since may be among them.
 */
export async function takeDueGroups(
  transaction: Transaction,
  kind: DeviceTimer["kind"],
  until: Date,
  phoneCount: number,
): Promise<DueGroup[]> {
  const rows = await readRows(
    transaction,
    sql<{ dueAt: Date; phoneIds: string[]; itemGroupId: string | null }>`
      WITH first AS (
        SELECT "id", "dueAt", sum("phoneCount") OVER (ORDER BY "dueAt", "id") - "phoneCount" AS "before" FROM (
          SELECT "id", "dueAt", "phoneCount" FROM "DueGroup" WHERE "timerKind" = ${kind} AND "dueAt" <= ${instant(until)}
          ORDER BY "dueAt", "id" LIMIT ${phoneCount}::int) d)
      DELETE FROM "DueGroup" g USING first f WHERE g."id" = f."id" AND f."before" < ${phoneCount}::int
      RETURNING g."dueAt", to_jsonb(g."phoneIds") AS "phoneIds", g."itemGroupId"`,
  );
  return rows
    .map(({ dueAt, ...row }) => ({ ...row, timer: { kind, dueAt: dueAt.getTime() } }))
    .toSorted((one, other) => one.timer.dueAt - other.timer.dueAt);
}

/** What is left of groups without some phones. */
export function withoutPhones(groups: readonly DueGroup[], gone: ReadonlySet<string>): DueGroup[] {
  return groups
    .map((group) => ({ ...group, phoneIds: group.phoneIds.filter((phoneId) => !gone.has(phoneId)) }))
    .filter(({ phoneIds }) => phoneIds.length > 0);
}
