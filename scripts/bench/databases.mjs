import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import pino from "pino";

const { embeddedConnection } = await import("@/lib/server/db/embedded");
const { startPgliteIn } = await import("@/lib/server/db/pglite");
const { applyMigrations } = await import("@/lib/server/db/migrate");
const { databaseOn, openDatabase } = await import("@/lib/server/db/open");
const { sessionSecret } = await import("@/lib/server/db/setting");
const { findUser } = await import("@/lib/server/db/user");
const { createAuth } = await import("@/lib/server/auth/auth");
const { readEnvironment } = await import("@/lib/server/config/environment");
const { realClock } = await import("@/lib/server/runtime/clock");
const { makeRuntime } = await import("@/lib/server/process/make-runtime");
const { firstAdministrator, seed } = await import("@/lib/server/seed/seed");
const { adminPassword } = await import("@/e2e/fixtures/server");
const { startPostgres } = await import("@/lib/server/testing/postgres-server");
const { createApiKey } = await import("@/lib/server/services/api-key/create");

/**
 * The embedded database in a folder of its own; `relaxed` unless RINGBACK_DURABILITY says otherwise. A console can be
 * started with `environment` once `leave` has closed what this process has open.
 */
export async function openEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), "ringback-bench-"));
  const pglite = await startPgliteIn(join(folder, "database"), process.env.RINGBACK_DURABILITY ?? "relaxed");
  const adapter = new PrismaPGlite(pglite);
  await applyMigrations(adapter, []);
  const database = databaseOn(embeddedConnection(pglite, adapter));
  const leave = once(() => database.close());
  const first = await place(database, {
    query: async (sql) => (await pglite.query(sql)).rows,
    close: async () => {
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  });
  return { ...first, environment: { DATA_DIR: folder }, leave };
}

/** Does some work when it is asked for first. */
function once(work) {
  let result;
  return () => (result ??= work());
}

/** A PostgreSQL server of its own; more databases can be made on it. */
export async function openServer() {
  const server = await startPostgres();
  const open = async (name) => placeAt(await server.createDatabase(name));
  const { close, ...first } = await open("bench");
  return {
    ...first,
    another: open,
    close: async () => {
      await close();
      await server.stop();
    },
  };
}

/** An empty database of a PostgreSQL server, by its address. */
export async function placeAt(url) {
  const database = await openDatabase({ url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query = async (sql) => (await client.query(sql)).rows;
  const leave = once(async () => {
    await client.end();
    await database.close();
  });
  const first = await place(database, { query, close: leave });
  return { ...first, url, environment: { DATABASE_URL: url }, leave };
}

/** Seeds and makes the instance that the API's handler asks for. */
async function place(database, { query, close }) {
  const environment = readEnvironment({ NODE_ENV: "production" });
  const runtime = { now: () => new Date(), newId: randomUUID };
  await seed(database, { contents: "empty", adminPassword, ...runtime });
  const user = await findUser(database.prisma, firstAdministrator);
  const actor = { userId: user.id, name: user.name, role: user.role };
  const context = { database, actor, requestId: randomUUID(), ...runtime };
  const { key } = await createApiKey(context, { name: "bench" });
  const auth = createAuth(database, await sessionSecret(database.prisma));
  const logger = pino({ level: "error" });
  globalThis.ringbackInstance = Promise.resolve({
    environment,
    database,
    auth,
    logger,
    runtime: makeRuntime(database, environment, realClock, logger),
  });
  const [{ server_version: version }] = await query("SHOW server_version");
  const headers = { authorization: `Bearer ${key}` };
  return { description: `PostgreSQL ${version}`, context, headers, query, close };
}
