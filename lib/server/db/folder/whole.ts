import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { noteName } from "@/lib/server/db/folder/note";

/** The database within a data folder. */
export const databaseName = "database";
/** How the names of databases begin that are being made; one gets its own when it is whole. */
export const unfinishedPrefix = "database.new";
/** Where a backup is unpacked and looked at before its database gets its place. */
export const restoringName = "restoring";

/** What every data folder of PostgreSQL has, whatever is stored in it. */
const always = [
  "PG_VERSION",
  "global/pg_control",
  "global/pg_filenode.map",
  "pg_hba.conf",
  "pg_ident.conf",
  "postgresql.conf",
  "pg_dynshmem",
  "pg_logical",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_tblspc",
  "pg_twophase",
];
/** Folders of which at least one file is always there. */
const neverEmpty = ["base", "pg_wal", "pg_xact", "pg_multixact/members", "pg_multixact/offsets"];
const inEachDatabase = ["PG_VERSION", "pg_filenode.map"];

/** What may lie in a folder that counts as empty: file systems and tools put it there. */
const isOfNobody = (name: string) => name === "lost+found" || name.startsWith(".");

/** What we put into a data folder beside its database. */
const besides = new Set(["lock", "lock-journal", "socket", "backups", restoringName]);

/** Whether this is the name of a database that is being made, or of which the making was cut off. */
export const isUnfinished = (name: string): boolean => name.startsWith(unfinishedPrefix);

/** What is found in the place of a data folder. */
export type FolderState = "new" | "database" | "foreign";

/** Tells a data folder from an empty one, and both from a folder that is somebody else's. Looks at names only. */
export function stateOfFolder(dataDir: string): FolderState {
  if (!existsSync(dataDir)) return "new";
  const names = readdirSync(dataDir).filter((name) => !isOfNobody(name));
  if (names.includes(databaseName) || names.includes(noteName)) return "database";
  return names.every((name) => besides.has(name) || isUnfinished(name)) ? "new" : "foreign";
}

/**
 * Refuses a data folder that is somebody else's, before anything is written to it.
 * @throws Error with a sentence for people
 */
export function refuseForeignFolder(dataDir: string): void {
  if (stateOfFolder(dataDir) !== "foreign") return;
  throw new Error(
    `The folder ${dataDir} is not empty, and what it holds is not Ringback's. Nothing was changed. ` +
      "Choose an empty folder or one of Ringback's with DATA_DIR.",
  );
}

/**
 * Refuses a data folder of which something is missing: PostgreSQL would make some of it anew, without what was stored.
 * @throws Error with a sentence for people that says what to do
 */
export function refuseIncompleteFolder(dataDir: string): void {
  const database = join(dataDir, databaseName);
  if (!existsSync(database)) throw notWhole(dataDir, [databaseName]);
  const missing = [
    ...always.filter((name) => !existsSync(join(database, name))),
    ...neverEmpty.filter((name) => namesIn(join(database, name)).length === 0),
    ...namesIn(join(database, "base"))
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => inEachDatabase.map((file) => `base/${name}/${file}`))
      .filter((name) => !existsSync(join(database, name))),
  ];
  if (missing.length > 0)
    throw notWhole(
      dataDir,
      missing.map((name) => `${databaseName}/${name}`),
    );
}

/**
 * Refuses a database of which a table, an index or a sequence has lost its file.
 * @throws Error with a sentence for people that says what to do
 */
export async function refuseLostTables(dataDir: string, pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ path: string }>(
    "SELECT pg_relation_filepath(oid) AS path FROM pg_class WHERE pg_relation_filepath(oid) IS NOT NULL ORDER BY 1",
  );
  const missing = rows
    .map(({ path }) => `${databaseName}/${path}`)
    .filter((path) => !existsSync(join(dataDir, path)));
  if (missing.length > 0) throw notWhole(dataDir, missing);
}

const mostNamed = 5;
const wayOut =
  "or restore a backup into an empty folder (docs/how-to/run-it.md). To begin anew, move the folder away.";

function notWhole(dataDir: string, missing: readonly string[]): Error {
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
  const verb = missing.length === 1 ? "is" : "are";
  return new Error(
    `The data folder ${dataDir} is not whole: ${missing.slice(0, mostNamed).join(", ")}${more} ${verb} missing. ` +
      `Put back what is missing, ${wayOut}`,
  );
}

/** The refusal of a data folder that PostgreSQL cannot open, with its reason. */
export function cannotBeOpened(dataDir: string, reason: string): Error {
  return new Error(
    `The database in the data folder ${dataDir} cannot be opened: ${reason}. Put back what was there before, ${wayOut}`,
  );
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
