import type { PGlite } from "@electric-sql/pglite";

/**
 * By the measure of PostgreSQL's autovacuum, with its own settings. What it counts is forgotten when the program ends, so a table
 * that has grown since its pages were counted needs it, too.
 */
const neediest = `
  SELECT quote_ident(s."relname") AS "name", s."n_dead_tup" > v."dead" AS "hasDeadRows"
  FROM pg_stat_user_tables s
  JOIN pg_class c ON c."oid" = s."relid"
  CROSS JOIN LATERAL (SELECT
    current_setting('autovacuum_vacuum_threshold')::int
      + current_setting('autovacuum_vacuum_scale_factor')::float * greatest(c."reltuples", 0) AS "dead",
    current_setting('autovacuum_analyze_threshold')::int
      + current_setting('autovacuum_analyze_scale_factor')::float * greatest(c."reltuples", 0) AS "changed") v
  WHERE s."schemaname" = 'public'
    AND (s."n_dead_tup" > v."dead" OR s."n_mod_since_analyze" > v."changed"
      OR (c."reltuples" < 0 AND pg_relation_size(c."oid") > 0)
      OR pg_relation_size(c."oid") / current_setting('block_size')::int > 1.2 * c."relpages" + 10)
    AND quote_ident(s."relname") <> ALL($1::text[])
  ORDER BY s."n_mod_since_analyze" DESC, s."n_dead_tup" DESC
  LIMIT 1`;

/**
 * Does for the table that needs it most what PostgreSQL's autovacuum does on a server, and nobody in the embedded database: it
 * clears rows away that are dead, and counts anew what plans are made from. One table, because everybody waits meanwhile.
 * @param failed names of tables that are left alone; one of which it fails is added
 * @returns whether there was a table that needed it
 * @throws what PostgreSQL says of a table that cannot be cleared or counted
 */
export async function careForTable(pglite: PGlite, failed: Set<string>): Promise<boolean> {
  const { rows } = await pglite.query<{ name: string; hasDeadRows: boolean }>(neediest, [[...failed]]);
  const [table] = rows;
  if (!table) return false;
  failed.add(table.name);
  await pglite.query(`${table.hasDeadRows ? "VACUUM (ANALYZE)" : "ANALYZE"} ${table.name}`);
  failed.delete(table.name);
  return true;
}
