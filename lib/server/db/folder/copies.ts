import { constants, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { setImmediate as nextIteration } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";
import { backupName, packIntoFile } from "@/lib/server/db/folder/archive";
import { makePrivateFolder } from "@/lib/server/db/folder/private-files";
import { databaseName } from "@/lib/server/db/folder/whole";
import { sentenceOf } from "@/lib/server/sentence";

/** Where the copies that are made before migrations lie, in the data folder. */
export const copiesName = "backups";
/** Copies that are kept; older ones are deleted. */
export const mostCopies = 3;

const beginningOfWork = ".copy-";

/**
 * Copies an open database as it is between two transactions, for as long as the work with the copy takes. Requests wait while
 * files are copied, not while the work goes on.
 * @param work gets the folder that has the copy
 */
export async function withCopy<Result>(
  dataDir: string,
  pglite: PGlite,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  return withPrivateFolder(dataDir, async (folder) => {
    // What is committed is in the files: PostgreSQL recovers it from them as it does after a crash.
    await pglite.transaction(() => copyFolder(join(dataDir, databaseName), join(folder, databaseName)));
    return work(folder);
  });
}

const bytesOfLarge = 1_000_000;
const filesAtOnce = 50;

/**
 * Copies a folder of many small files. Each way through the queue of files costs more than copying a small one, on a busy
 * machine a hundred times as much, and requests wait for the end: small ones are copied at once, some of them an
 * iteration of the event loop.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  makePrivateFolder(to);
  let files = 0;
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    if (entry.isDirectory()) mkdirSync(target, { recursive: true, mode: 0o700 });
    if (!entry.isFile()) continue;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    if (statSync(source).size > bytesOfLarge) await copyFile(source, target, constants.COPYFILE_FICLONE);
    else copyFileSync(source, target, constants.COPYFILE_FICLONE);
    files += 1;
    if (files % filesAtOnce === 0) await nextIteration();
  }
}

/** Makes a folder in the data folder for as long as the work takes. */
export async function withPrivateFolder<Result>(
  dataDir: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const copies = join(dataDir, copiesName);
  makePrivateFolder(copies);
  const folder = mkdtempSync(join(copies, beginningOfWork));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Keeps a compressed copy of a database before it is changed by migrations.
 * @param before name of the first migration that will change it
 * @throws Error with a sentence for people; then nothing was migrated
 */
export async function keepCopy(dataDir: string, pglite: PGlite, before: string, at: Date): Promise<void> {
  const copies = join(dataDir, copiesName);
  try {
    const file = join(copies, backupName(at, `before-${before}`));
    await withCopy(dataDir, pglite, (folder) => packIntoFile(folder, at, file));
  } catch (error) {
    throw new Error(`A copy of the data could not be kept, so nothing was changed: ${sentenceOf(error)}`, {
      cause: error,
    });
  }
  const kept = readdirSync(copies).filter((name) => name.endsWith(".tar.gz"));
  // Their names begin with the time.
  for (const name of kept.sort().slice(0, -mostCopies)) rmSync(join(copies, name));
}

/** Removes what a process that was killed has left of a copy under way; to be called with the folder locked. */
export function removeUnfinishedCopies(dataDir: string): void {
  const copies = join(dataDir, copiesName);
  if (!statSync(copies, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const name of readdirSync(copies))
    if (name.startsWith(beginningOfWork) || name.endsWith(".part"))
      rmSync(join(copies, name), { recursive: true });
}
