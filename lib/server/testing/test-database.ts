import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { inject } from "vitest";
import { embeddedConnection } from "@/lib/server/db/embedded";
import { type Database, databaseOn, openDatabase } from "@/lib/server/db/open";
import { startPglite } from "@/lib/server/db/pglite";
import type { Prepared } from "@/lib/server/testing/global-setup";
import { runSql } from "@/lib/server/testing/run-sql";

/** A database of its own for the test file, migrated and empty or seeded, on the kind of database that the project tests. */
export async function openTestDatabase(prepared: Prepared = "migrated"): Promise<Database> {
  const url = inject("serverUrl");
  return url === undefined
    ? openCopyOfImage(inject("embeddedImages"), prepared)
    : openCopyOfTemplate(url, prepared);
}

async function openCopyOfImage(folder: string | undefined, prepared: Prepared): Promise<Database> {
  if (folder === undefined) throw new Error("The global set-up has prepared no database");
  const pglite = await startPglite({ loadDataDir: new Blob([readFileSync(join(folder, prepared))]) });
  return databaseOn(embeddedConnection(pglite, new PrismaPGlite(pglite)));
}

async function openCopyOfTemplate(url: string, prepared: Prepared): Promise<Database> {
  return openDatabase({ url: await copyOfTemplate(url, prepared) });
}

/** The address of a new copy of a prepared database, or of an empty one. @param url of the server's own database */
export async function copyOfTemplate(url: string, template: Prepared | "template0"): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runSql(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
