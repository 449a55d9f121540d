import fs from "node:fs";
import { join } from "node:path";

/** Writes everything in a folder to the disk, with all names. */
export function syncFolder(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncFolder(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolderEntry(folder);
}

/** Writes a file to the disk. */
export function syncFile(path: string): void {
  const descriptor = fs.openSync(path, "r+");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Writes the names in a folder to the disk; Windows has no such request and does it by itself. */
export function syncFolderEntry(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
