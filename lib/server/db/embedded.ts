import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { lockDataFolder } from "@/lib/server/db/data-folder-lock";
import { applyMigrations } from "@/lib/server/db/migrate";
import type { DatabaseConnection } from "@/lib/server/db/open";

/**
 * Opens the embedded PostgreSQL in a folder, creates it when it is not there and brings its tables up to date.
 * One process at a time may have the folder open.
 * @param dataDir folder that holds the database; undefined keeps it in memory, for tests
 */
export async function openEmbedded(dataDir: string | undefined): Promise<DatabaseConnection> {
  const release = dataDir === undefined ? () => undefined : await lockDataFolder(dataDir);
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir: join(dataDir, "database") });
  const factory = new PrismaPGlite(pglite);
  await applyMigrations(factory, await appliedMigrations(pglite));
  return {
    kind: "embedded",
    adapter: factory,
    close: async () => {
      await pglite.close();
      release();
    },
  };
}

async function appliedMigrations(pglite: PGlite): Promise<string[]> {
  const table = await pglite.query<{ found: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS found");
  if (table.rows[0]?.found == null) return [];
  const result = await pglite.query<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return result.rows.map((row) => row.migration_name);
}
