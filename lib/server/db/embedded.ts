import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { appliedMigrations, type DatabaseConnection } from "@/lib/server/db/connection";
import { lockDataFolder } from "@/lib/server/db/data-folder-lock";
import { applyMigrations } from "@/lib/server/db/migrate";

/**
 * Opens the embedded PostgreSQL in a folder, creates it when it is not there and brings its tables up to date.
 * One process at a time may have the folder open.
 * @param dataDir folder that holds the database; undefined keeps it in memory, for tests
 */
export async function openEmbedded(dataDir: string | undefined): Promise<DatabaseConnection> {
  const release = dataDir === undefined ? () => undefined : await lockDataFolder(dataDir);
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir: join(dataDir, "database") });
  const factory = new PrismaPGlite(pglite);
  await applyMigrations(factory, await appliedMigrations((sql) => pglite.query(sql)));
  return {
    kind: "embedded",
    adapter: factory,
    close: async () => {
      await pglite.close();
      release();
    },
  };
}
