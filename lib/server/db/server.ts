import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import {
  appliedMigrations,
  type DatabaseConnection,
  type Listen,
  newsChannel,
} from "@/lib/server/db/connection";
import { applyMigrations } from "@/lib/server/db/migrate";
import { migrationAdapter } from "@/lib/server/db/migration-adapter";
import { sentenceOf } from "@/lib/server/sentence";

/** Number that all instances use for the advisory lock around migrations. */
const preparationLock = 720_020_001;

/**
 * Connects to a PostgreSQL server and brings its tables up to date. Instances that start together wait for each
 * other.
 * @throws Error that names the server when it cannot be reached
 */
export async function openServer(databaseUrl: string): Promise<DatabaseConnection> {
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
  } catch (error) {
    const url = new URL(databaseUrl);
    throw new Error(`Cannot reach PostgreSQL at ${url.host}${url.pathname}: ${sentenceOf(error)}`, {
      cause: error,
    });
  }
  // The schema engine leaves its connections open; they are its own, so that they can be ended here.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [preparationLock]);
    await applyMigrations(migrationAdapter(pool), await appliedMigrations((sql) => client.query(sql)));
  } finally {
    await pool.end();
    await client.end();
  }
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: 10 });
  return { kind: "server", adapter, listen: listenTo(databaseUrl), close: async () => undefined };
}

/** Listens on a connection of its own; one that is lost is not made again, whoever listens looks by itself too. */
function listenTo(connectionString: string): Listen {
  return async (onNews) => {
    const client = new pg.Client({ connectionString });
    client.on("error", () => undefined);
    client.on("notification", onNews);
    await client.connect();
    await client.query(`LISTEN ${newsChannel}`);
    return () => client.end();
  };
}
