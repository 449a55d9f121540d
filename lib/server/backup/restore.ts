import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { appliedMigrations } from "@/lib/server/db/connection";
import { lockDataFolder } from "@/lib/server/db/data-folder-lock";
import { type Manifest, unpackDatabase } from "@/lib/server/db/folder/archive";
import { writeNote } from "@/lib/server/db/folder/note";
import { takeFromOthers } from "@/lib/server/db/folder/private-files";
import { syncFolder, syncFolderEntry } from "@/lib/server/db/folder/sync";
import {
  databaseName,
  refuseForeignFolder,
  refuseIncompleteFolder,
  refuseLostTables,
  restoringName,
  stateOfFolder,
} from "@/lib/server/db/folder/whole";
import { missingMigrations } from "@/lib/server/db/migrate";
import { startPgliteIn } from "@/lib/server/db/pglite";
import { countRows } from "@/lib/server/db/tables";
import { sentenceOf } from "@/lib/server/sentence";

/** A backup that has its place, with what was found in it. */
interface Restored {
  manifest: Manifest;
  tables: number;
  rows: number;
}

/**
 * Puts a backup into an empty data folder: unpacks it beside its place, lets PostgreSQL open it and reads every row of every
 * table; only then it gets its place.
 * @throws Error with a sentence for people; then the folder has no database, as before
 */
export async function restore(file: string, dataDir: string): Promise<Restored> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  refuseForeignFolder(dataDir);
  refuseUsedFolder(dataDir);
  const release = await lockDataFolder(dataDir);
  const restoring = join(dataDir, restoringName);
  try {
    refuseUsedFolder(dataDir);
    rmSync(restoring, { recursive: true, force: true });
    const manifest = await unpackDatabase(file, restoring);
    const counts = await verify(restoring, file);
    takeFromOthers(restoring);
    syncFolder(restoring);
    renameSync(join(restoring, databaseName), join(dataDir, databaseName));
    syncFolderEntry(dataDir);
    writeNote(dataDir, { version: manifest.version, durability: "full" });
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { manifest, tables: counts.size, rows };
  } finally {
    rmSync(restoring, { recursive: true, force: true });
    release();
  }
}

function refuseUsedFolder(dataDir: string): void {
  if (stateOfFolder(dataDir) === "new") return;
  throw new Error(
    `The data folder ${dataDir} has a database already, which would be lost. Nothing was changed. ` +
      "Name an empty folder with DATA_DIR, or move that one away.",
  );
}

async function verify(folder: string, file: string): Promise<Map<string, number>> {
  try {
    refuseIncompleteFolder(folder);
    const pglite = await startPgliteIn(join(folder, databaseName), "full");
    try {
      await refuseLostTables(folder, pglite);
      missingMigrations(await appliedMigrations((sql) => pglite.query(sql)));
      return await countRows(async (sql) => (await pglite.query<Record<string, unknown>>(sql)).rows);
    } finally {
      await pglite.close();
    }
  } catch (error) {
    throw new Error(`The backup ${file} cannot be used. ${sentenceOf(error)}`, { cause: error });
  }
}
