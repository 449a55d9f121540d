import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readNote } from "@/lib/server/db/folder/note";
import { databaseName } from "@/lib/server/db/folder/whole";
import { openDatabase } from "@/lib/server/db/open";
import { startPgliteIn } from "@/lib/server/db/pglite";
import { type Disk, watchDisk } from "@/lib/server/testing/power-cut";

let folder: string;
let dataDir: string;
let disk: Disk | undefined;
const opened = new Set<PGlite>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-durability-"));
  dataDir = join(folder, "new", "data");
  await (await openDatabase({ dataDir, durability: "full" })).close();
});
afterEach(async () => {
  disk?.end();
  for (const pglite of opened) await pglite.close();
  opened.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(path: string, durability: "full" | "relaxed"): Promise<PGlite> {
  const pglite = await startPgliteIn(path, durability);
  opened.add(pglite);
  return pglite;
}

async function count(pglite: PGlite, table: string): Promise<number> {
  const { rows } = await pglite.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}

describe("a power cut", () => {
  const commits = 12;

  /** Commits, cuts the power after each, and answers how many rows the database then has. */
  async function foundAfterCuts(durability: "full" | "relaxed", table: string): Promise<number[]> {
    const database = join(dataDir, databaseName);
    const pglite = await open(database, durability);
    await pglite.query("CHECKPOINT");
    disk = watchDisk(database);
    await pglite.exec(`CREATE TABLE ${table} (number integer PRIMARY KEY, text text)`);
    const found: number[] = [];
    for (let number = 1; number <= commits; number++) {
      await pglite.query(`INSERT INTO ${table} VALUES ($1, repeat('x', 20000))`, [number]);
      // Once files were made, renamed and written in all the ways of a checkpoint.
      if (number === commits / 2) await pglite.exec("CHECKPOINT; SELECT pg_switch_wal()");
      if (number % (commits / 2) !== 1) continue;
      const after = join(folder, `${table}-${number}`);
      disk.cutPower(after);
      const rebooted = await open(after, durability);
      const stored = await rebooted.query<{ found: string | null }>(
        `SELECT to_regclass('${table}')::text AS found`,
      );
      found.push(stored.rows[0]?.found ? (await count(rebooted, table)) - number : -number);
    }
    return found;
  }

  test("loses nothing that was acknowledged, whenever it happens", async () => {
    expect(await foundAfterCuts("full", "durable")).toEqual([0, 0]);
  });

  test("would lose it when the database does not wait for the disk, as tests may choose", async () => {
    const found = await foundAfterCuts("relaxed", "careless");
    expect(Math.min(...found)).toBeLessThan(0);
    expect(disk?.calls()).toBe(0);
  });
});

test("each commit asks the disk once, reading never", async () => {
  const pglite = await open(join(dataDir, databaseName), "full");
  await pglite.exec("CREATE TABLE counted (number integer); INSERT INTO counted VALUES (0)");
  const watched = watchDisk(join(dataDir, databaseName));
  disk = watched;
  const before = watched.calls();
  for (let number = 1; number <= 20; number++)
    await pglite.query("INSERT INTO counted VALUES ($1)", [number]);
  expect(watched.calls() - before).toBe(20);
  await count(pglite, "counted");
  expect(watched.calls() - before).toBe(20);
});

describe("a data folder", () => {
  /** Paths that another account of the machine could read or write. */
  function openToOthers(path: string): string[] {
    const entry = lstatSync(path);
    const inner = entry.isDirectory()
      ? readdirSync(path).flatMap((name) => openToOthers(join(path, name)))
      : [];
    return (entry.mode & 0o077) === 0 ? inner : [path, ...inner];
  }

  function openAll(path: string): void {
    const isFolder = lstatSync(path).isDirectory();
    if (isFolder) for (const name of readdirSync(path)) openAll(join(path, name));
    chmodSync(path, isFolder ? 0o755 : 0o666);
  }

  test("is this account's alone, from the first start on and while it is used", async () => {
    expect(openToOthers(dataDir)).toEqual([]);
    const database = await openDatabase({ dataDir, durability: "full" });
    await database.prisma.$executeRaw`CREATE TABLE later (number integer)`;
    await database.prisma.$executeRaw`CHECKPOINT`;
    expect(openToOthers(dataDir)).toEqual([]);
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(["database", "lock", "ringback.json"]));
    await database.close();
    expect(openToOthers(dataDir)).toEqual([]);
  });

  test("of an earlier version, which everybody could read, is repaired at the start", async () => {
    openAll(dataDir);
    expect(openToOthers(dataDir)).toContain(join(dataDir, "lock"));
    const database = await openDatabase({ dataDir, durability: "relaxed" });
    expect(openToOthers(dataDir)).toEqual([]);
    await database.close();
    expect(openToOthers(dataDir)).toEqual([]);
  });

  test("that was used without waiting for the disk is written to it by the first start that waits", async () => {
    await (await openDatabase({ dataDir, durability: "relaxed" })).close();
    disk = watchDisk(dataDir);
    await (await openDatabase({ dataDir, durability: "full" })).close();
    const files = readdirSync(join(dataDir, databaseName), { recursive: true, withFileTypes: true });
    expect(disk.calls()).toBeGreaterThan(files.filter((entry) => entry.isFile()).length);
    expect(readNote(dataDir)?.durability).toBe("full");
  });
});
