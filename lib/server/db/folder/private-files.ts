import { accessSync, chmodSync, constants, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { syncFolderEntry } from "@/lib/server/db/folder/sync";
import { accountName, ownerOf } from "@/lib/server/file-sentence";

/** The permissions of a file that its owner does not have. */
export const forOthers = 0o077;

/** Makes a folder, and those above it that are missing, for this account only; they are on the disk when this returns. */
export function makePrivateFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    if (isReadable(dirname(made))) syncFolderEntry(dirname(made));
  }
}

function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes a folder and everything in it from the other accounts of the machine: secrets and hashes of passwords are in its
 * files. Links, and what belongs to another account, are left alone.
 */
export function takeFromOthers(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const account = process.getuid?.();
  const isOurs = account === undefined || account === 0 || account === entry.uid;
  if (isOurs && (entry.mode & forOthers) !== 0) chmodSync(path, entry.mode & 0o7777 & ~forOthers);
  if (entry.isDirectory()) for (const name of readdirSync(path)) takeFromOthers(join(path, name));
}

/**
 * Refuses to let root work on the data folder of another account: what root makes in it, that account could not use, and
 * its program would not start any more.
 * @throws Error with a sentence for people that says what to do
 */
export function refuseOthersFolder(dataDir: string, account = process.geteuid?.()): void {
  const owner = ownerOf(dataDir);
  if (account !== 0 || owner === null || owner === account) return;
  const name = accountName(owner);
  throw new Error(
    `The data folder ${dataDir} belongs to the account ${name}, and what root makes in it ${name} could not use. ` +
      `Nothing was done. Run this as that account: runuser -u ${name} -- …`,
  );
}
