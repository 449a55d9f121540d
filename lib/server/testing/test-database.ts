import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { inject } from "vitest";
import { newsChannel } from "@/lib/server/db/connection";
import { type Database, databaseOn, openDatabase } from "@/lib/server/db/open";
import { startPglite } from "@/lib/server/db/pglite";

/** A migrated, empty database of its own for the test file, on the kind of database that the project tests. */
export async function openTestDatabase(): Promise<Database> {
  const url = inject("serverUrl");
  return url === undefined ? openCopyOfImage(inject("embeddedImage")) : openCopyOfTemplate(url);
}

async function openCopyOfImage(image: string | undefined): Promise<Database> {
  if (image === undefined) throw new Error("The global set-up has prepared no database");
  const pglite = await startPglite({ loadDataDir: new Blob([readFileSync(image)]) });
  return databaseOn({
    kind: "embedded",
    adapter: new PrismaPGlite(pglite),
    listen: (onNews) => pglite.listen(newsChannel, onNews),
    close: () => pglite.close(),
  });
}

async function openCopyOfTemplate(url: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE template`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return openDatabase({ url: own.href });
}
