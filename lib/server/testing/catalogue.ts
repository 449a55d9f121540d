import type { BareDatabase } from "@/lib/server/testing/empty-database";

const columns = `SELECT table_name || '.' || column_name || ' ' || udt_name || ' '
    || CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END || ' ' || coalesce(column_default, '')
    || coalesce(' ' || datetime_precision, '') AS line
  FROM information_schema.columns WHERE table_schema = current_schema()`;
const constraints = `SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
  FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'`;
const indexes = `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = current_schema()`;

/** Tables, constraints and indexes of a database, a line each; the record of migrations is left out. */
export async function catalogueOf({ query }: BareDatabase): Promise<string[]> {
  const rows = await query(`${columns} UNION ALL ${constraints} UNION ALL ${indexes} ORDER BY 1`);
  return rows.map(({ line }) => String(line)).filter((line) => !line.includes("_prisma_migrations"));
}
