import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/lib/server/db/migrate";
import { openDatabase } from "@/lib/server/db/open";
import { startPglite } from "@/lib/server/db/pglite";
import { startPostgres } from "@/lib/server/testing/postgres-server";

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
  return project.name === "server" ? startServer(project) : prepareImage(project);
}

async function prepareImage(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "ringback-test-"));
  const pglite = await startPglite();
  await applyMigrations(new PrismaPGlite(pglite), []);
  const image = join(folder, "migrated.tar");
  writeFileSync(image, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
  await pglite.close();
  project.provide("embeddedImage", image);
  project.provide("serverUrl", undefined);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const url = await server.createDatabase("template");
  const database = await openDatabase({ url });
  await database.close();
  project.provide("serverUrl", url);
  project.provide("embeddedImage", undefined);
  return server.stop;
}
