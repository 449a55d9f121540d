import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { TestProject } from "vitest/node";
import { embeddedConnection } from "@/lib/server/db/embedded";
import { applyMigrations } from "@/lib/server/db/migrate";
import { type Database, databaseOn, openDatabase } from "@/lib/server/db/open";
import { startPglite } from "@/lib/server/db/pglite";
import { seed } from "@/lib/server/seed/seed";
import { startPostgres } from "@/lib/server/testing/postgres-server";
import { runSql } from "@/lib/server/testing/run-sql";
import { testPassword } from "@/lib/server/testing/test-password";

/** What each test file works on a copy of. */
export type Prepared = "migrated" | "seeded";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * Address of the PostgreSQL server's own database, beside which there is a template for each of them that can only be
     * copied; undefined on the embedded database.
     */
    serverUrl: string | undefined;
    /** Folder with a file for each of them, or undefined on the PostgreSQL server. */
    embeddedImages: string | undefined;
  }
}

/** Prepares databases of the project's kind: one that is migrated, and one that is also seeded. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.name === "server" ? startServer(project) : prepareImages(project);
}

async function prepareImages(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "ringback-test-"));
  const pglite = await startPglite();
  const keep = async (prepared: Prepared) =>
    writeFileSync(
      join(folder, prepared),
      Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()),
    );
  const adapter = new PrismaPGlite(pglite);
  await applyMigrations(adapter, []);
  await keep("migrated");
  const database = databaseOn(embeddedConnection(pglite, adapter));
  await seedForTests(database);
  await keep("seeded");
  await database.close();
  project.provide("embeddedImages", folder);
  project.provide("serverUrl", undefined);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  for (const prepared of ["migrated", "seeded"] satisfies Prepared[]) {
    const database = await openDatabase({ url: await server.createDatabase(prepared) });
    if (prepared === "seeded") await seedForTests(database);
    await database.close();
    await keepAsTemplate(server.maintenanceUrl, prepared);
  }
  project.provide("serverUrl", server.maintenanceUrl);
  project.provide("embeddedImages", undefined);
  return server.stop;
}

/** Nobody may connect to it any more: as long as anybody has, no copy can be made. */
async function keepAsTemplate(maintenanceUrl: string, name: Prepared): Promise<void> {
  await runSql(maintenanceUrl, `ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
}

async function seedForTests(database: Database): Promise<void> {
  await seed(database, {
    contents: "empty",
    adminPassword: testPassword,
    now: () => new Date(),
    newId: randomUUID,
  });
}
