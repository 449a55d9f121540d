/**
 * Fills tables without their indexes, and makes these afterwards as they were: in one go instead of row by row. What refers to
 * other tables is taken to be there, and no trigger is called.
 */
export async function withoutIndexes(query, tables, fill) {
  const indexes = await query(`SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE i.indrelid IN (${tables.map((table) => `'"${table}"'::regclass`).join(", ")}) AND NOT i.indisprimary`);
  for (const { name } of indexes) await query(`DROP INDEX "${name}"`);
  await query("SET session_replication_role = replica");
  await fill();
  await query("SET session_replication_role = DEFAULT");
  await query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of indexes) await query(definition);
  await query("RESET maintenance_work_mem");
}
