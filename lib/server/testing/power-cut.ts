import fs from "node:fs";
import { join } from "node:path";

/**
 * Watches a folder as a disk would that only keeps what it was asked to: contents of files at their last fsync, names of
 * a folder at its last fsync. What is there when the watch begins counts as kept.
 */
export interface Disk {
  /** How often the disk was asked. */
  readonly calls: () => number;
  /** Makes the folder as it would be found after a power cut now. */
  readonly cutPower: (into: string) => void;
  readonly end: () => void;
}

/** Begins to watch a folder; every fsync of the process is seen. */
export function watchDisk(folder: string): Disk {
  const contents = new Map<number, Buffer>();
  const entries = new Map<string, Map<string, number | "folder">>();
  /** Where the file of a number is, of those that were there or opened. */
  const paths = new Map<number, string>();
  let calls = 0;
  const keepFile = (path: string) => {
    const { ino } = fs.lstatSync(path);
    paths.set(ino, path);
    contents.set(ino, fs.readFileSync(path));
  };
  const keepNames = (path: string) => {
    const names = fs.readdirSync(path, { withFileTypes: true });
    const entry = (name: string) => fs.lstatSync(join(path, name)).ino;
    entries.set(
      path,
      new Map(names.map((item) => [item.name, item.isDirectory() ? "folder" : entry(item.name)])),
    );
    return names;
  };
  const keepAll = (path: string) => {
    for (const item of keepNames(path)) {
      const inner = join(path, item.name);
      if (item.isDirectory()) keepAll(inner);
      else keepFile(inner);
    }
  };
  keepAll(folder);
  const { openSync, fsyncSync, renameSync } = fs;
  fs.openSync = (path, flags, mode) => {
    const descriptor = openSync(path, flags, mode);
    paths.set(fs.fstatSync(descriptor).ino, String(path));
    return descriptor;
  };
  fs.renameSync = (from, to) => {
    renameSync(from, to);
    paths.set(fs.lstatSync(to).ino, String(to));
  };
  fs.fsyncSync = (descriptor) => {
    fsyncSync(descriptor);
    calls += 1;
    const entry = fs.fstatSync(descriptor);
    const path = paths.get(entry.ino);
    if (!path?.startsWith(folder) || !fs.existsSync(path)) return;
    if (entry.isDirectory()) keepNames(path);
    else keepFile(path);
  };
  const write = (path: string, into: string) => {
    fs.mkdirSync(into, { recursive: true, mode: 0o700 });
    for (const [name, entry] of entries.get(path) ?? []) {
      if (entry === "folder") write(join(path, name), join(into, name));
      else fs.writeFileSync(join(into, name), contents.get(entry) ?? "", { mode: 0o600 });
    }
  };
  return {
    calls: () => calls,
    cutPower: (into) => write(folder, into),
    end: () => Object.assign(fs, { openSync, fsyncSync, renameSync }),
  };
}
