import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import {
  appliedMigrations,
  changeChannel,
  type DatabaseConnection,
  type Listen,
} from "@/lib/server/db/connection";
import { applyMigrations } from "@/lib/server/db/migrate";
import { migrationAdapter } from "@/lib/server/db/migration-adapter";
import { sentenceOf } from "@/lib/server/sentence";

/** Number that all instances use for the advisory lock around migrations. */
const preparationLock = 720_020_001;

/**
 * Connects to a PostgreSQL server and brings its tables up to date. Instances that start together wait for each
 * other.
 * @param limits other limits than the usual ones are for tests
 * @throws Error that names the server when it cannot be reached
 */
export async function openServer(databaseUrl: string, limits = usualLimits): Promise<DatabaseConnection> {
  const client = await connectToServer(databaseUrl);
  // The schema engine leaves its connections open; they are its own, so that they can be ended here.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [preparationLock]);
    await applyMigrations(migrationAdapter(pool), await appliedMigrations((sql) => client.query(sql)));
  } finally {
    await pool.end();
    await client.end();
  }
  const adapter = new PrismaPg({ connectionString: databaseUrl, ...limits });
  const pulse = new pg.Pool({ connectionString: databaseUrl, ...pulseLimits });
  pulse.on("error", () => undefined);
  const ping = async () => void (await pulse.query("SELECT 1"));
  return {
    kind: "server",
    adapter,
    listen: listenTo(databaseUrl),
    ping,
    withCopy: null,
    care: null,
    close: () => pulse.end(),
  };
}

/**
 * Opens one connection.
 * @param limits how long it may take, where not as long as the system waits
 * @throws Error that names the server when it cannot be reached
 */
export async function connectToServer(
  databaseUrl: string,
  limits: Pick<pg.ClientConfig, "connectionTimeoutMillis" | "query_timeout"> = {},
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, ...limits });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const url = new URL(databaseUrl);
    throw new Error(`Cannot reach PostgreSQL at ${url.host}${url.pathname}: ${sentenceOf(error)}`, {
      cause: error,
    });
  }
}

/**
 * How long a statement may wait and take, in milliseconds: for a connection of the pool, for a lock, altogether; and how long a
 * transaction may be forgotten, by an instance that is gone. A request ends before its client gives up, and a table that
 * somebody has locked does not stop everything else. The last limit is for a server that does not even refuse.
 */
const usualLimits = {
  max: 10,
  keepAlive: true,
  connectionTimeoutMillis: 5_000,
  lock_timeout: 8_000,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 75_000,
  query_timeout: 65_000,
};

/** A connection of its own asks for signs of life, so that it answers while all others wait for something. */
const pulseLimits = {
  max: 1,
  keepAlive: true,
  connectionTimeoutMillis: 1_500,
  statement_timeout: 1_500,
  query_timeout: 1_500,
} as const;

const listenAgainMilliseconds = 1_000;

/**
 * Listens on a connection of its own. One that is lost is made again as soon as the server lets it; what was notified in between is
 * not heard, whoever listens looks by itself too.
 */
function listenTo(connectionString: string): Listen {
  return async (onChange) => {
    let isOver = false;
    let retry: NodeJS.Timeout | undefined;
    const connect = async () => {
      const client = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000 });
      client.on("error", () => undefined);
      client.on("notification", onChange);
      await client.connect();
      client.once("end", again);
      await client.query(`LISTEN ${changeChannel}`);
      return client;
    };
    const again = () => {
      if (isOver) return;
      clearTimeout(retry);
      retry = setTimeout(() => {
        current = connect();
        current.catch(again);
      }, listenAgainMilliseconds);
    };
    let current = connect();
    await current;
    return async () => {
      isOver = true;
      clearTimeout(retry);
      await current.then(
        (client) => client.end(),
        () => undefined,
      );
    };
  };
}
