import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import {
  appliedMigrations,
  type DatabaseConnection,
  type Listen,
  newsChannel,
} from "@/lib/server/db/connection";
import { lockDataFolder, type ReleaseLock } from "@/lib/server/db/data-folder-lock";
import { readNote, writeNote } from "@/lib/server/db/folder/note";
import { takeFromOthers } from "@/lib/server/db/folder/private-files";
import { syncFolder, syncFolderEntry } from "@/lib/server/db/folder/sync";
import {
  cannotBeOpened,
  databaseName,
  refuseForeignFolder,
  refuseIncompleteFolder,
  refuseLostTables,
  stateOfFolder,
  unfinishedName,
} from "@/lib/server/db/folder/whole";
import { applyMigrations } from "@/lib/server/db/migrate";
import { type Durability, startPglite, startPgliteIn } from "@/lib/server/db/pglite";
import { sentenceOf } from "@/lib/server/sentence";
import { programVersion } from "@/lib/server/version";

/**
 * Opens the embedded PostgreSQL in a folder, creates it when it is not there and brings its tables up to date.
 * One process at a time may have the folder open, and no other account of the machine may read it.
 * @throws Error with a sentence for people when the folder is taken, somebody else's or not whole
 */
export async function openEmbedded(dataDir: string, durability: Durability): Promise<DatabaseConnection> {
  refuseForeignFolder(dataDir);
  const release = await lockDataFolder(dataDir);
  try {
    const pglite = await openFolder(dataDir, durability);
    return await migrated(pglite, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens PostgreSQL in memory, for tests. */
export async function openInMemory(): Promise<DatabaseConnection> {
  return migrated(await startPglite(), () => undefined);
}

async function migrated(pglite: PGlite, release: ReleaseLock): Promise<DatabaseConnection> {
  const adapter = new PrismaPGlite(pglite);
  try {
    await applyMigrations(adapter, await appliedMigrations((sql) => pglite.query(sql)));
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return embeddedConnection(pglite, adapter, release);
}

/** The one connection of an embedded database that is open and has its tables. */
export function embeddedConnection(
  pglite: PGlite,
  adapter: PrismaPGlite,
  release: ReleaseLock = () => undefined,
): DatabaseConnection {
  const listen: Listen = (onNews) => pglite.listen(newsChannel, onNews);
  // It works within this process, for one transaction at a time: who is busy is alive.
  const ping = async () => {
    if (!pglite.ready) throw new Error("The embedded database is closed.");
    await Promise.race([pglite.query("SELECT 1"), delay(busyMilliseconds, undefined, { ref: false })]);
  };
  return { kind: "embedded", adapter, listen, ping, close: () => pglite.close().finally(release) };
}

const busyMilliseconds = 300;

async function openFolder(dataDir: string, durability: Durability): Promise<PGlite> {
  const isNew = stateOfFolder(dataDir) === "new";
  if (isNew) await makeDatabase(dataDir);
  else refuseIncompleteFolder(dataDir);
  takeFromOthers(dataDir);
  // What was written while nobody asked the disk for it is not there yet.
  if (!isNew && durability === "full" && readNote(dataDir)?.durability !== "full") syncFolder(dataDir);
  const pglite = await startPgliteIn(join(dataDir, databaseName), durability).catch((error: unknown) => {
    throw cannotBeOpened(dataDir, sentenceOf(error));
  });
  try {
    await refuseLostTables(dataDir, pglite);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  writeNote(dataDir, { version: programVersion, durability });
  return pglite;
}

/** Makes an empty database beside its place and moves it there when it is on the disk, so that half of one is never there. */
async function makeDatabase(dataDir: string): Promise<void> {
  const unfinished = join(dataDir, unfinishedName);
  if (existsSync(unfinished)) rmSync(unfinished, { recursive: true });
  const pglite = await startPgliteIn(unfinished, "relaxed");
  await pglite.close();
  syncFolder(unfinished);
  renameSync(unfinished, join(dataDir, databaseName));
  syncFolderEntry(dataDir);
}
