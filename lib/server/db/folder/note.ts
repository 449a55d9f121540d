import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { syncFile, syncFolderEntry } from "@/lib/server/db/folder/sync";

/** The name of the note in a data folder. */
export const noteName = "ringback.json";

const noteSchema = z.object({
  /** Version of the program that opened the folder last. */
  version: z.string(),
  /** How it was opened: what is `full` is on the disk. */
  durability: z.enum(["full", "relaxed"]),
});

/** What a data folder says about itself. That it has the note says that it has a database, too. */
export type FolderNote = z.infer<typeof noteSchema>;

/** The note of a data folder; null when it has none, as a new one and those of the first versions, or none that can be read. */
export function readNote(dataDir: string): FolderNote | null {
  const file = join(dataDir, noteName);
  if (!existsSync(file)) return null;
  try {
    return noteSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Stores the note of a data folder, on the disk when this returns. */
export function writeNote(dataDir: string, note: FolderNote): void {
  const file = join(dataDir, noteName);
  writeFileSync(`${file}.new`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  syncFile(`${file}.new`);
  renameSync(`${file}.new`, file);
  syncFolderEntry(dataDir);
}
