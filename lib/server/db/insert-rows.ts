import { sql } from "kysely";
import { writeRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** Thousands of ids as an array: they have no commas, and to quote each takes twice as long. */
export const arrayOfIds = (ids: readonly string[]) => sql`string_to_array(${ids.join(",")}, ',')`;

/** A row by the names of its columns; every row of one call has the same ones. */
export type NewRow = Readonly<Record<string, unknown>>;

/**
 * Inserts many rows in one statement, four times as fast as Prisma's `createMany`. Values are read as the types of the
 * table's columns; columns that no row names have their defaults. What all rows have in common is sent once.
 * @param onConflict `skip` leaves out rows that are there already
 * @returns how many rows were inserted
 */
export async function insertRows(
  transaction: Transaction,
  table: string,
  rows: readonly NewRow[],
  { onConflict = "fail" }: { onConflict?: "fail" | "skip" } = {},
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const { common, own } = withoutCommon(first, rows);
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const conflict = onConflict === "skip" ? sql`ON CONFLICT DO NOTHING` : sql``;
  return writeRows(
    transaction,
    sql`INSERT INTO ${sql.table(table)} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(
        jsonb_populate_record(NULL::${sql.table(table)}, ${JSON.stringify(common)}::jsonb), ${JSON.stringify(own)}::jsonb
      ) ${conflict}`,
  );
}

/** Parts rows into the values that are the same in all of them and those that are a row's own. */
function withoutCommon(first: NewRow, rows: readonly NewRow[]): { common: NewRow; own: NewRow[] } {
  const columns = Object.keys(first);
  const differing = columns.filter((column) => rows.some((row) => !isSameValue(row[column], first[column])));
  const isDiffering = new Set(differing);
  return {
    common: picked(
      first,
      columns.filter((column) => !isDiffering.has(column)),
    ),
    own: rows.map((row) => picked(row, differing)),
  };
}

/** Some columns of a row. */
export const picked = (row: NewRow, columns: readonly string[]): NewRow =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

/** True when two values are stored as the same; those that look alike in JSON are. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Replaces columns of many rows, found by their `id` or another column that is unique, in one statement.
 * @param isNextVersion leaves those alone of which another version is stored than the one before
 * @returns how many rows there were
 */
export async function updateRows(
  transaction: Transaction,
  table: string,
  rows: readonly NewRow[],
  { key = "id", isNextVersion = false } = {},
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first).filter((column) => column !== key);
  const assignments = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`);
  const next = isNextVersion ? sql`AND t."version" = r."version" - 1` : sql``;
  return writeRows(
    transaction,
    sql`UPDATE ${sql.table(table)} t SET ${sql.join(assignments)}
      FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r
      WHERE ${sql.ref(`t.${key}`)} = ${sql.ref(`r.${key}`)} ${next}`,
  );
}
