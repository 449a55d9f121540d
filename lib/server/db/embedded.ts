import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import {
  appliedMigrations,
  changeChannel,
  type DatabaseConnection,
  type Listen,
  type WithCopy,
} from "@/lib/server/db/connection";
import { lockDataFolder, type ReleaseLock } from "@/lib/server/db/data-folder-lock";
import { careForTable } from "@/lib/server/db/folder/care";
import { keepCopy, removeUnfinishedCopies, withCopy } from "@/lib/server/db/folder/copies";
import { readNote, writeNote } from "@/lib/server/db/folder/note";
import { takeFromOthers } from "@/lib/server/db/folder/private-files";
import { syncFolder, syncFolderEntry } from "@/lib/server/db/folder/sync";
import {
  cannotBeOpened,
  databaseName,
  isUnfinished,
  refuseForeignFolder,
  refuseIncompleteFolder,
  refuseLostTables,
  stateOfFolder,
  unfinishedPrefix,
} from "@/lib/server/db/folder/whole";
import { applyMigrations, missingMigrations } from "@/lib/server/db/migrate";
import { type Durability, startPglite, startPgliteIn } from "@/lib/server/db/pglite";
import { sentenceOf } from "@/lib/server/sentence";
import { programVersion } from "@/lib/server/version";

/** An embedded database that is open, up to date and this process's alone. */
interface OpenFolder {
  pglite: PGlite;
  adapter: PrismaPGlite;
  /** Gives the folder back, after the database was closed. */
  release: ReleaseLock;
}

/**
 * Opens the embedded PostgreSQL in a folder, creates it when it is not there and brings its tables up to date; before that
 * a copy of it is kept. One process at a time may have the folder open, and no other account of the machine may read it.
 * @throws Error with a sentence for people when the folder is taken, somebody else's or not whole
 */
export async function openEmbedded(dataDir: string, durability: Durability): Promise<DatabaseConnection> {
  const { pglite, adapter, release } = await openDataFolder(dataDir, durability);
  const withDatabase: WithCopy = (work) => withCopy(dataDir, pglite, work);
  return { ...embeddedConnection(pglite, adapter, release), withCopy: withDatabase };
}

/** The same for who needs PostgreSQL itself. */
export async function openDataFolder(dataDir: string, durability: Durability): Promise<OpenFolder> {
  refuseForeignFolder(dataDir);
  const release = await lockDataFolder(dataDir);
  try {
    removeUnfinishedCopies(dataDir);
    const pglite = await openFolder(dataDir, durability);
    const beforeMigration = (first: string) => keepCopy(dataDir, pglite, first, new Date());
    return { pglite, adapter: await migrated(pglite, beforeMigration), release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Opens PostgreSQL in memory, for tests. */
export async function openInMemory(): Promise<DatabaseConnection> {
  const pglite = await startPglite();
  return embeddedConnection(pglite, await migrated(pglite, async () => undefined));
}

/** @param beforeMigration called with the first migration that a database with contents lacks */
async function migrated(
  pglite: PGlite,
  beforeMigration: (first: string) => Promise<void>,
): Promise<PrismaPGlite> {
  const adapter = new PrismaPGlite(pglite);
  try {
    const applied = await appliedMigrations((sql) => pglite.query(sql));
    const missing = missingMigrations(applied);
    if (applied.length > 0 && missing[0] !== undefined) await beforeMigration(missing[0]);
    await applyMigrations(adapter, applied);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return adapter;
}

/** The one connection of an embedded database that is open and has its tables. */
export function embeddedConnection(
  pglite: PGlite,
  adapter: PrismaPGlite,
  release: ReleaseLock = () => undefined,
): DatabaseConnection {
  const listen: Listen = (onChange) => pglite.listen(changeChannel, onChange);
  // It works within this process, for one transaction at a time: who is busy is alive.
  const ping = async () => {
    if (!pglite.ready) throw new Error("The embedded database is closed.");
    await Promise.race([pglite.query("SELECT 1"), delay(busyMilliseconds, undefined, { ref: false })]);
  };
  const failed = new Set<string>();
  return {
    kind: "embedded",
    adapter,
    listen,
    ping,
    withCopy: null,
    care: () => careForTable(pglite, failed),
    close: () => pglite.close().finally(release),
  };
}

const busyMilliseconds = 300;

async function openFolder(dataDir: string, durability: Durability): Promise<PGlite> {
  const isNew = stateOfFolder(dataDir) === "new";
  if (isNew) await makeDatabase(dataDir);
  else refuseIncompleteFolder(dataDir);
  takeFromOthers(dataDir);
  // What was written while nobody asked the disk for it is not there yet.
  if (!isNew && durability === "full" && readNote(dataDir)?.durability !== "full") syncFolder(dataDir);
  const pglite = await startPgliteIn(join(dataDir, databaseName), durability).catch((error: unknown) => {
    throw cannotBeOpened(dataDir, sentenceOf(error));
  });
  try {
    await refuseLostTables(dataDir, pglite);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  writeNote(dataDir, { version: programVersion, durability });
  return pglite;
}

/**
 * Makes an empty database beside its place and moves it there when it is on the disk, so that half of one is never there.
 * A process of its own makes it: what PGlite needs for it, several times what it works with, would stay with this one.
 */
async function makeDatabase(dataDir: string): Promise<void> {
  for (const name of readdirSync(dataDir).filter(isUnfinished))
    rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 });
  // One name a try: should this process be killed, the other one goes on for a moment.
  const unfinished = mkdtempSync(join(dataDir, unfinishedPrefix));
  const script = join(process.cwd(), "scripts", "make-database.mjs");
  const options = ["--disable-warning=ExperimentalWarning"];
  await promisify(execFile)(process.execPath, [...options, script, unfinished]).catch((error: unknown) => {
    throw new Error(`The database in the data folder ${dataDir} cannot be made: ${saidOf(error)}`);
  });
  syncFolder(unfinished);
  renameSync(unfinished, join(dataDir, databaseName));
  syncFolderEntry(dataDir);
}

/** What a program that failed said; when it said nothing, how it ended. */
function saidOf(error: unknown): string {
  const { stderr = "", signal = null } = error as {
    readonly stderr?: string;
    readonly signal?: string | null;
  };
  if (signal !== null)
    return `what made it was ended by ${signal}. It needs some 800 MB of memory for a moment.`;
  return stderr.trim() === "" ? sentenceOf(error) : stderr.trim();
}
