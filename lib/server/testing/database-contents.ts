import { sql } from "kysely";
import { readRows } from "@/lib/server/db/kysely";
import type { Database } from "@/lib/server/db/open";

/**
 * Everything that is stored, table by table, so that a test can tell that a request has changed nothing; without what
 * signing in itself notes.
 */
export async function databaseContents(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const tables = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'SignInPlace'
    ORDER BY 1`;
  const selects = tables.map(
    ({ name }) => sql`SELECT ${name}::text AS name,
      (SELECT jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text) FROM ${sql.table(name)} t) AS rows`,
  );
  const contents = await readRows(
    database.prisma,
    sql<{ name: string; rows: unknown }>`${sql.join(selects, sql` UNION ALL `)}`,
  );
  return Object.fromEntries(contents.map(({ name, rows }) => [name, rows]));
}
