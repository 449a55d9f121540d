import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stateOfFolder } from "@/lib/server/db/folder/whole";
import { type Database, openDatabase } from "@/lib/server/db/open";

let folder: string;
let whole: string;
let dataDir: string;
let ownTable: string;
let copies = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-whole-"));
  whole = join(folder, "whole");
  const database = await open(whole);
  const [row] = await database.prisma.$queryRaw<{ path: string }[]>`
    SELECT pg_relation_filepath('"Partition"'::regclass) AS path`;
  ownTable = String(row?.path);
  await database.close();
});
beforeEach(() => {
  copies += 1;
  dataDir = join(folder, String(copies));
  cpSync(whole, dataDir, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(path: string): Promise<Database> {
  return openDatabase({ dataDir: path, durability: "relaxed" });
}

/** Names and sizes of everything in a folder. */
function listing(path: string): string[] {
  return readdirSync(path, { recursive: true })
    .map((name) => `${name} ${statSync(join(path, String(name))).size}`)
    .filter((line) => !line.startsWith("lock"))
    .sort();
}

describe("a data folder that has lost something is refused with what is missing, and stays as it is:", () => {
  test.each([
    "PG_VERSION",
    "global/pg_control",
    "global/pg_filenode.map",
    "postgresql.conf",
    "pg_xact/0000",
    "pg_multixact/offsets/0000",
    "pg_twophase",
    "base/5/PG_VERSION",
    "base/5/pg_filenode.map",
  ])("%s", async (name) => {
    rmSync(join(dataDir, "database", name), { recursive: true });
    const before = listing(dataDir);
    // Twice, because a refused start must give the folder back.
    for (const _ of ["once", "again"]) {
      const refused = expect(open(dataDir)).rejects;
      await refused.toThrow(
        `The data folder ${dataDir} is not whole: database/${name.replace(/\/0000$/, "")}`,
      );
    }
    expect(listing(dataDir)).toEqual(before);
  });

  test("the whole database", async () => {
    rmSync(join(dataDir, "database"), { recursive: true });
    await expect(open(dataDir)).rejects.toThrow(
      "is not whole: database is missing. Put back what is missing, or restore",
    );
    expect(existsSync(join(dataDir, "database"))).toBe(false);
  });

  test("the file of one table", async () => {
    rmSync(join(dataDir, "database", ownTable));
    await expect(open(dataDir)).rejects.toThrow(`is not whole: database/${ownTable} is missing`);
  });
});

describe("a data folder whose contents are damaged is refused in PostgreSQL's words:", () => {
  test.each([
    [
      "global/pg_control",
      Buffer.alloc(8192),
      /cannot be opened: database files are incompatible with server/,
    ],
    ["PG_VERSION", "14\n", /cannot be opened: .*initialized by PostgreSQL version 14/],
    ["postgresql.conf", "rubbish = = 1\n", /cannot be opened: .*contains errors/],
  ])("%s", async (name, contents, words) => {
    writeFileSync(join(dataDir, "database", name), contents);
    for (const _ of ["once", "again"]) {
      const refusal = await open(dataDir).catch((error: unknown) => String(error));
      expect(refusal).toMatch(words);
      expect(refusal).not.toContain("[object Object]");
    }
  });

  test("a write-ahead log that ends too early", async () => {
    const log = join(dataDir, "database", "pg_wal");
    for (const name of readdirSync(log)) if (/^[0-9A-F]{24}$/.test(name)) writeFileSync(join(log, name), "");
    await expect(open(dataDir)).rejects.toThrow(/cannot be opened: .*checkpoint record/);
  });
});

describe("a folder", () => {
  test("that is somebody else's is refused and nothing is changed in it, neither names nor modes", async () => {
    const foreign = join(folder, "foreign");
    mkdirSync(foreign, { mode: 0o755 });
    writeFileSync(join(foreign, "thesis.tex"), "years of work");
    await expect(open(foreign)).rejects.toThrow(
      `The folder ${foreign} is not empty, and what it holds is not Ringback's`,
    );
    expect(readdirSync(foreign)).toEqual(["thesis.tex"]);
    expect(statSync(foreign).mode & 0o777).toBe(0o755);
  });

  test("in which a first start was killed is made from the beginning", async () => {
    const begun = join(folder, "begun");
    mkdirSync(join(begun, "database.new", "base"), { recursive: true });
    writeFileSync(join(begun, "lock"), "");
    const database = await open(begun);
    expect(await database.prisma.user.count()).toBe(0);
    await database.close();
    expect(existsSync(join(begun, "database.new"))).toBe(false);
  });

  test("that only file systems and tools have put something into counts as empty", () => {
    const mounted = join(folder, "mounted");
    mkdirSync(join(mounted, "lost+found"), { recursive: true });
    writeFileSync(join(mounted, ".gitkeep"), "");
    expect(stateOfFolder(mounted)).toBe("new");
    mkdirSync(join(mounted, "photos"));
    expect(stateOfFolder(mounted)).toBe("foreign");
  });

  test("of a version that left no note is opened and gets one", async () => {
    rmSync(join(dataDir, "ringback.json"));
    await (await open(dataDir)).close();
    expect(readdirSync(dataDir)).toContain("ringback.json");
  });
});
