/** Runs one statement and answers its rows. */
type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** The names of our tables in order; what migrations keep about themselves is left out. */
export async function tableNames(query: Query): Promise<string[]> {
  const rows = await query(`SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> '_prisma_migrations' ORDER BY 1`);
  return rows.map(({ name }) => String(name));
}

/** How many rows each of our tables has; every row is read, from the table itself. */
export async function countRows(query: Query): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  // An index would tell their number without them.
  await query("SET enable_indexonlyscan = off");
  for (const name of await tableNames(query)) {
    const [row] = await query(`SELECT count(t.*)::int AS count FROM ${quoted(name)} t`);
    counts.set(name, Number(row?.count));
  }
  return counts;
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
