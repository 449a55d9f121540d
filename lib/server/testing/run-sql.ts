import pg from "pg";

/** Runs one statement on a PostgreSQL database, on a connection of its own that is gone afterwards. */
export async function runSql(connectionString: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
