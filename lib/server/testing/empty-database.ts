import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { inject } from "vitest";
import { migrationAdapter } from "@/lib/server/db/migration-adapter";
import type { DatabaseLocation } from "@/lib/server/db/open";
import { startPgliteIn } from "@/lib/server/db/pglite";
import { copyOfTemplate } from "@/lib/server/testing/test-database";

/** A database without any table, of the kind that the project tests. */
export interface EmptyDatabase {
  /** Where the program would open it; only when nobody has it open. */
  location: DatabaseLocation;
  /** Opens it as it is. */
  open: () => Promise<BareDatabase>;
  remove: () => Promise<void>;
}

export interface BareDatabase {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Runs statements one after the other, and answers the rows of the last. */
  query: (sql: string) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
}

/** Makes an empty database of its own for a test. */
export function emptyDatabase(): Promise<EmptyDatabase> {
  const url = inject("serverUrl");
  return url === undefined ? emptyFolder() : emptyServerDatabase(url);
}

async function emptyFolder(): Promise<EmptyDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringback-empty-"));
  return {
    location: { dataDir, durability: "relaxed" },
    open: async () => {
      const pglite = await startPgliteIn(join(dataDir, "database"), "relaxed");
      return {
        adapter: new PrismaPGlite(pglite),
        query: async (sql) => (await pglite.exec(sql)).at(-1)?.rows ?? [],
        close: () => pglite.close(),
      };
    },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function emptyServerDatabase(maintenanceUrl: string): Promise<EmptyDatabase> {
  const connectionString = await copyOfTemplate(maintenanceUrl, "template0");
  return {
    location: { url: connectionString },
    open: async () => {
      const pool = new pg.Pool({ connectionString, max: 1 });
      return {
        adapter: migrationAdapter(pool),
        query: async (sql) => [await pool.query<Record<string, unknown>>(sql)].flat().at(-1)?.rows ?? [],
        close: () => pool.end(),
      };
    },
    // The whole server is removed after the tests.
    remove: async () => undefined,
  };
}
