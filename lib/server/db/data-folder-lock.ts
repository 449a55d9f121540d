import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { makePrivateFolder } from "@/lib/server/db/folder/private-files";

const longestWaitMilliseconds = 10_000;
const retryMilliseconds = 100;

/** Gives the folder back. Also happens by itself when the process ends, however it ends. */
export type ReleaseLock = () => void;

/**
 * Takes the data folder for this process. The lock is the operating system's own lock on a file, taken through
 * SQLite: it cannot outlive its process, so a killed program leaves nothing to clean up.
 * @throws Error when another process still holds the folder after the wait, 10 s unless said otherwise
 */
export async function lockDataFolder(
  dataDir: string,
  waitMilliseconds = longestWaitMilliseconds,
): Promise<ReleaseLock> {
  makePrivateFolder(dataDir);
  // SQLite would make it for everybody.
  closeSync(openSync(join(dataDir, "lock"), "a", 0o600));
  const { DatabaseSync } = await import("node:sqlite");
  const deadline = Date.now() + waitMilliseconds;
  for (;;) {
    const lock = new DatabaseSync(join(dataDir, "lock"), { timeout: 0 });
    try {
      lock.exec("BEGIN EXCLUSIVE");
      return () => lock.close();
    } catch (error) {
      lock.close();
      if (!isBusy(error)) throw error;
      if (Date.now() >= deadline) {
        throw new Error(
          `Another Ringback process is using the data folder ${dataDir}. ` +
            "Stop it, or choose another folder with DATA_DIR.",
        );
      }
      await delay(retryMilliseconds);
    }
  }
}

/**
 * Whether a process holds a data folder now. Takes and makes nothing.
 * @throws Error of SQLite when the lock cannot be read
 */
export async function isDataFolderInUse(dataDir: string): Promise<boolean> {
  const file = join(dataDir, "lock");
  if (!existsSync(file)) return false;
  const { DatabaseSync } = await import("node:sqlite");
  const lock = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    lock.prepare("SELECT count(*) FROM sqlite_schema").get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    lock.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|busy/i.test(error.message);
}
