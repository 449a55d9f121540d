import type { Device } from "@/lib/devices/device";
import { identifier } from "@/lib/server/db/configuration/sql-fields";
import type { AlikePhones, StoredEach } from "@/lib/server/db/device/alike-phones";
import {
  dissolveSharedState,
  leaveSharedStates,
  saveSharedState,
  sharedColumns,
  shareState,
} from "@/lib/server/db/device/shared-state";
import { deviceColumns } from "@/lib/server/db/device/state";
import { Prisma } from "@/lib/server/db/generated/client";
import { type NewRow, picked } from "@/lib/server/db/insert-rows";
import type { Transaction } from "@/lib/server/db/transaction";

/** The columns that are another phone's own, and cannot be given to many. */
const ownColumns: ReadonlySet<string> = new Set(["phoneRevision", "directoryNumbers"]);

/** What many phones become. Of their actions only that there is one: each keeps its own. */
export interface SharedChange {
  /** The columns that change, with their values. */
  readonly columns: NewRow;
  /** All that phones with one state have in common; null when the phones must have one each. */
  readonly state: NewRow | null;
}

/**
 * The columns in which two states of the phone that stands for all differ.
 * @param options `mayShare` false: each of the phones gets a state of its own
 * @returns null when one of the columns is the phone's own
 */
export function sharedChange(
  before: Device,
  after: Device,
  { mayShare }: { readonly mayShare: boolean },
): SharedChange | null {
  const { underway } = after;
  if (underway && underway.actions.length > 1) return null;
  const [from, to] = [deviceColumns(before), deviceColumns(after)];
  const changed = Object.keys(to).filter(
    (column) => JSON.stringify(to[column]) !== JSON.stringify(from[column]),
  );
  if (changed.some((column) => ownColumns.has(column))) return null;
  const stored = underway?.actions.length === 1 ? { ...to, underway: { ...underway, actions: [""] } } : to;
  return { columns: picked(stored, changed), state: mayShare ? stateOf(stored, changed) : null };
}

function stateOf(stored: NewRow, changed: readonly string[]): NewRow | null {
  if (stored.queuedAt !== null || stored.postponed !== null) return null;
  const { lastRegisteredAt, ...state } = picked(stored, sharedColumns);
  return { ...state, lastRegisteredAt: changed.includes("lastRegisteredAt") ? lastRegisteredAt : null };
}

/**
 * Stores what all of some phones have become. The transaction holds them.
 * @param itemGroupId where the items of their actions are, if they are together; then the phones may share a state
 */
export async function saveAlike(
  transaction: Transaction,
  newId: () => string,
  { jobId, stored }: AlikePhones,
  itemGroupId: string | null,
  { columns, state }: SharedChange,
): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  if (stored.kind === "together" && state) {
    await saveSharedState(transaction, stored.id, { jobId, itemGroupId }, columns);
  } else if (stored.kind === "together") {
    const each = await dissolveSharedState(transaction, stored.id, itemGroupId);
    await saveEach(transaction, each, jobId, columns);
  } else if (state && itemGroupId !== null && stored.likeness !== null) {
    const shared = { ...state, likeness: stored.likeness };
    await shareState(transaction, newId(), { jobId, phoneIds: stored.phoneIds }, itemGroupId, shared);
  } else {
    await leaveSharedStates(transaction, stored.phoneIds);
    await saveEach(transaction, stored, jobId, columns);
  }
}

/** Stores it for phones that have a state each. */
async function saveEach(
  transaction: Transaction,
  { phoneIds, positions }: Pick<StoredEach, "phoneIds" | "positions">,
  jobId: string | null,
  columns: NewRow,
): Promise<void> {
  const assignments = Object.keys(columns).map((column) =>
    column === "underway" && jobId !== null
      ? Prisma.sql`"underway" = jsonb_set(r."underway", '{actions,0}', to_jsonb(${jobId}::text || ':' || m."position"))`
      : Prisma.sql`${identifier(column)} = r.${identifier(column)}`,
  );
  await transaction.$executeRaw`
    UPDATE "DeviceState" s SET ${Prisma.join(assignments)}
    FROM unnest(${[...phoneIds]}::text[], ${[...positions]}::int[]) m("phoneId", "position"),
      jsonb_populate_record(NULL::"DeviceState", ${JSON.stringify(columns)}::jsonb) r
    WHERE s."phoneId" = m."phoneId"`;
}
