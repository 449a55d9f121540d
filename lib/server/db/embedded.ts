import { join } from "node:path";
import { PrismaPGlite } from "pglite-prisma-adapter";
import {
  appliedMigrations,
  type DatabaseConnection,
  type Listen,
  newsChannel,
} from "@/lib/server/db/connection";
import { lockDataFolder, type ReleaseLock } from "@/lib/server/db/data-folder-lock";
import { applyMigrations } from "@/lib/server/db/migrate";
import { startPglite } from "@/lib/server/db/pglite";

/**
 * Opens the embedded PostgreSQL in a folder, creates it when it is not there and brings its tables up to date.
 * One process at a time may have the folder open.
 * @param dataDir folder that holds the database; undefined keeps it in memory, for tests
 */
export async function openEmbedded(dataDir: string | undefined): Promise<DatabaseConnection> {
  const release = dataDir === undefined ? () => undefined : await lockDataFolder(dataDir);
  try {
    return await openFolder(dataDir, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function openFolder(dataDir: string | undefined, release: ReleaseLock): Promise<DatabaseConnection> {
  const pglite = await startPglite(dataDir === undefined ? {} : { dataDir: join(dataDir, "database") });
  const adapter = new PrismaPGlite(pglite);
  try {
    await applyMigrations(adapter, await appliedMigrations((sql) => pglite.query(sql)));
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const listen: Listen = (onNews) => pglite.listen(newsChannel, onNews);
  return { kind: "embedded", adapter, listen, close: () => pglite.close().finally(release) };
}
