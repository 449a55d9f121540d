import { sql } from "kysely";
import type { Device } from "@/lib/devices/device";
import type { PhoneGroup } from "@/lib/server/db/device/phone-group";
import { deviceColumns } from "@/lib/server/db/device/state";
import { type NewRow, picked } from "@/lib/server/db/insert-rows";
import { writeRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** The columns that are another phone's own, and cannot be given to many. */
const ownColumns: ReadonlySet<string> = new Set(["phoneRevision", "directoryNumbers"]);

/**
 * The columns in which two states of the phone that stands for all differ, with their values. Of its action only that there
 * is one: each phone keeps its own.
 * @returns null when what it becomes is the phone's own
 */
export function changeForAll(before: Device, after: Device): NewRow | null {
  const { underway } = after;
  if (underway && underway.actions.length > 1) return null;
  const [from, to] = [deviceColumns(before), deviceColumns(after)];
  const changed = Object.keys(to).filter(
    (column) => JSON.stringify(to[column]) !== JSON.stringify(from[column]),
  );
  if (changed.some((column) => ownColumns.has(column))) return null;
  return picked(underway ? { ...to, underway: { ...underway, actions: [""] } } : to, changed);
}

/** Stores what all phones of a group have become, in one statement; once, for their rows are somewhere else then. */
export async function saveGroup(
  transaction: Transaction,
  { phones, jobId }: PhoneGroup,
  change: NewRow,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const assignments = Object.keys(change).map((column) =>
    column === "underway" && change.underway !== null
      ? sql`"underway" = jsonb_set(r."underway", '{actions,0}', to_jsonb(${jobId}::text || ':' || m."position"))`
      : sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`,
  );
  const written = await writeRows(
    transaction,
    sql`UPDATE "DeviceState" s SET ${sql.join(assignments)}
      FROM unnest(${phones.map(({ address }) => address)}::text[], ${phones.map(({ position }) => position)}::int[]) m("address", "position"),
        jsonb_populate_record(NULL::"DeviceState", ${JSON.stringify(change)}::jsonb) r
      WHERE s.ctid = m."address"::tid`,
  );
  if (written !== phones.length) throw new Error("a phone was written since it was held");
}
