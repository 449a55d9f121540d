import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { askForBackup, socketOf } from "@/lib/server/backup/socket";
import { lockDataFolder } from "@/lib/server/db/data-folder-lock";
import { backupName, packIntoFile, writeWhole } from "@/lib/server/db/folder/archive";
import { copyFolder, withPrivateFolder } from "@/lib/server/db/folder/copies";
import { refuseOthersFolder } from "@/lib/server/db/folder/private-files";
import { databaseName, refuseIncompleteFolder, stateOfFolder } from "@/lib/server/db/folder/whole";

/** A backup that was made. */
interface BackedUp {
  file: string;
  bytes: number;
  /** Whether the program was running. */
  isLive: boolean;
}

/**
 * Backs a data folder up into a file, through the program that runs on it or, when none does, by itself.
 * @param to the file; by default one in the working folder whose name has the time
 * @throws Error with a sentence for people; then there is no file
 */
export async function backUp(dataDir: string, to: string | undefined, at: Date): Promise<BackedUp> {
  if (stateOfFolder(dataDir) !== "database")
    throw new Error(`There is no data in ${dataDir}. Name the folder with DATA_DIR.`);
  const file = resolve(to ?? backupName(at));
  if (existsSync(file)) throw new Error(`The file ${file} is there already. Choose another name.`);
  const answer = await askForBackup(dataDir);
  if (answer) await writeWhole(file, (target) => pipeline(answer, target));
  else await backUpStopped(dataDir, file, at);
  return { file, bytes: statSync(file).size, isLive: answer !== null };
}

async function backUpStopped(dataDir: string, file: string, at: Date): Promise<void> {
  refuseOthersFolder(dataDir);
  const release = await lockDataFolder(dataDir).catch((error: unknown) => {
    if (socketOf(dataDir) !== null) throw error;
    throw new Error(
      "The program runs, and here it can only be backed up when it is stopped. Stop it and try again.",
    );
  });
  try {
    refuseIncompleteFolder(dataDir);
    await withPrivateFolder(dataDir, async (folder) => {
      await copyFolder(join(dataDir, databaseName), join(folder, databaseName));
      await packIntoFile(folder, at, file);
    });
  } finally {
    release();
  }
}
