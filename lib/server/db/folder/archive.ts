import {
  createReadStream,
  createWriteStream,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { create, extract, type ReadEntry } from "tar";
import { z } from "zod";
import { makePrivateFolder } from "@/lib/server/db/folder/private-files";
import { syncFile } from "@/lib/server/db/folder/sync";
import { databaseName } from "@/lib/server/db/folder/whole";
import { sentenceOf } from "@/lib/server/sentence";
import { programVersion } from "@/lib/server/version";

const manifestName = "ringback-backup.json";

const manifestSchema = z.object({
  format: z.literal(1),
  /** Version of the program that made it. */
  version: z.string(),
  /** When it was made. */
  at: z.iso.datetime(),
  /** Files of the database and their bytes together, by which one that is cut off is found out. */
  files: z.number().int().min(1),
  bytes: z.number().int().min(1),
});

/** What a backup says about itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Packs a database that nobody writes to.
 * @param folder has the database; the backup's own description is put beside it
 */
export async function packDatabase(folder: string, at: Date, to: NodeJS.WritableStream): Promise<Manifest> {
  const manifest: Manifest = {
    format: 1,
    version: programVersion,
    at: at.toISOString(),
    ...sizeOf(join(folder, databaseName)),
  };
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest), { mode: 0o600 });
  await pipeline(
    create({ gzip: true, cwd: folder, portable: true, strict: true }, [manifestName, databaseName]),
    to,
  );
  return manifest;
}

/** Packs a database into a file that is there when it is whole and on the disk, for this account only. */
export async function packIntoFile(folder: string, at: Date, file: string): Promise<Manifest> {
  return writeWhole(file, (to) => packDatabase(folder, at, to));
}

/**
 * Lets a file be written under another name and gives it its own when it is whole and on the disk.
 * @throws Error when it is there already
 */
export async function writeWhole<Result>(
  file: string,
  write: (to: NodeJS.WritableStream) => Promise<Result>,
): Promise<Result> {
  if (existsSync(file)) throw new Error(`The file ${file} is there already. Choose another name.`);
  const unfinished = `${file}.part`;
  try {
    const result = await write(createWriteStream(unfinished, { mode: 0o600 }));
    syncFile(unfinished);
    renameSync(unfinished, file);
    return result;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Unpacks a backup into an empty folder.
 * @throws Error with a sentence for people when the file is none, or not whole
 */
export async function unpackDatabase(file: string, folder: string): Promise<Manifest> {
  makePrivateFolder(folder);
  try {
    await pipeline(
      createReadStream(file),
      extract({ cwd: folder, strict: true, preserveOwner: false, filter: isOfBackup }),
    );
  } catch (error) {
    throw new Error(`The backup ${file} cannot be read: ${sentenceOf(error)}`, { cause: error });
  }
  const text = existsSync(join(folder, manifestName))
    ? readFileSync(join(folder, manifestName), "utf8")
    : "null";
  const manifest = manifestSchema.safeParse(JSON.parse(text));
  if (!manifest.success) throw new Error(`The file ${file} is not a backup of Ringback.`);
  const found = sizeOf(join(folder, databaseName));
  if (found.files !== manifest.data.files || found.bytes !== manifest.data.bytes)
    throw new Error(
      `The backup ${file} is not whole: it has ${found.files} of ${manifest.data.files} files, ` +
        `${found.bytes} of ${manifest.data.bytes} bytes.`,
    );
  return manifest.data;
}

/** Files and folders of a database and its description, and nothing that could lead out of the folder. */
function isOfBackup(path: string, entry: ReadEntry | import("node:fs").Stats): boolean {
  const isPlain =
    !("type" in entry) || entry.type === "File" || entry.type === "Directory" || entry.type === "OldFile";
  return isPlain && (path === manifestName || path === databaseName || path.startsWith(`${databaseName}/`));
}

function sizeOf(folder: string): { files: number; bytes: number } {
  if (!existsSync(folder)) return { files: 0, bytes: 0 };
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = entries.reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: entries.length, bytes };
}

/** The name of a backup that is made at an instant, for files beside each other. */
export function backupName(at: Date, note?: string): string {
  const stamp = at.toISOString().replaceAll(":", "-").replace(/\.\d+/, "");
  return basename(`ringback-${stamp}${note === undefined ? "" : `-${note}`}.tar.gz`);
}
