import type { Device, DeviceTimer } from "@/lib/devices/device";
import { identifier } from "@/lib/server/db/configuration/sql-fields";
import type { AlikePhones } from "@/lib/server/db/device/alike";
import { insertSharedTimer, noSharedTimer, type SharedTimer } from "@/lib/server/db/device/shared-timer";
import { deviceColumns } from "@/lib/server/db/device/state";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** The columns that are another phone's own, and cannot be given to many. */
const ownColumns: ReadonlySet<string> = new Set(["phoneRevision", "directoryNumbers"]);

/** They change together: a phone has a timer of its own, or shares one. */
const timerColumns: ReadonlySet<string> = new Set(["timerKind", "dueAt", ...Object.keys(noSharedTimer)]);

/** What many phones become: columns and their values. Of their actions only that there is one: each keeps its own. */
export type SharedChange = Readonly<Record<string, unknown>>;

/** The columns in which two states of the phone that stands for all differ; null when one of them is the phone's own. */
export function sharedChange(before: Device, after: Device): SharedChange | null {
  const [from, to] = [deviceColumns(before), deviceColumns(after)];
  const isTimerChanged = JSON.stringify(before.timer) !== JSON.stringify(after.timer);
  const changed = Object.entries(to).filter(([column, value]) =>
    timerColumns.has(column) ? isTimerChanged : JSON.stringify(value) !== JSON.stringify(from[column]),
  );
  if (changed.some(([column]) => ownColumns.has(column))) return null;
  const { underway } = after;
  if (underway && underway.actions.length > 1) return null;
  return Object.fromEntries(
    changed.map(([column, value]) => [
      column,
      column === "underway" && underway?.actions.length === 1 ? { ...underway, actions: [""] } : value,
    ]),
  );
}

/**
 * Stores what all of some phones have become. The transaction holds them.
 * @param itemGroupId where the items of their actions are, if they are together; then the phones may share a timer
 */
export async function saveAlike(
  transaction: Transaction,
  newId: () => string,
  { phoneIds, positions, jobId }: AlikePhones,
  itemGroupId: string | null,
  shared: SharedChange,
): Promise<void> {
  const change =
    itemGroupId === null
      ? shared
      : await withSharedTimer(transaction, { id: newId(), itemGroupId, phoneCount: phoneIds.length }, shared);
  const columns = Object.keys(change);
  if (columns.length === 0) return;
  const assignments = columns.map((column) =>
    column === "underway" && jobId !== null
      ? Prisma.sql`"underway" = jsonb_set(r."underway", '{actions,0}', to_jsonb(${jobId}::text || ':' || m."position"))`
      : Prisma.sql`${identifier(column)} = r.${identifier(column)}`,
  );
  await transaction.$executeRaw`
    UPDATE "DeviceState" s SET ${Prisma.join(assignments)}
    FROM unnest(${[...phoneIds]}::text[], ${[...positions]}::int[]) m("phoneId", "position"),
      jsonb_populate_record(NULL::"DeviceState", ${JSON.stringify(change)}::jsonb) r
    WHERE s."phoneId" = m."phoneId"`;
}

/** Stores the timer of phones with an action as one that they share, and answers how each names it. */
async function withSharedTimer(
  transaction: Transaction,
  shared: SharedTimer,
  change: SharedChange,
): Promise<SharedChange> {
  const timer = change as { timerKind?: DeviceTimer["kind"] | null; dueAt?: Date | null };
  if (!timer.timerKind || !timer.dueAt) return change;
  const { timerKind: kind, dueAt } = timer;
  await insertSharedTimer(transaction, shared, { kind, dueAt });
  return {
    ...change,
    ...{ timerKind: null, dueAt: null, sharedTimerId: shared.id, sharedTimerKind: kind, sharedDueAt: dueAt },
  };
}
