import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp } from "@/lib/server/backup/back-up";
import { restore } from "@/lib/server/backup/restore";
import { offerBackups } from "@/lib/server/backup/socket";
import { yieldToEventLoop } from "@/lib/server/concurrency/yield-to-event-loop";
import { copiesName, mostCopies } from "@/lib/server/db/folder/copies";
import { refuseOthersFolder } from "@/lib/server/db/folder/private-files";
import { knownMigrations } from "@/lib/server/db/migrate";
import { type Database, openDatabase } from "@/lib/server/db/open";
import { startPgliteIn } from "@/lib/server/db/pglite";
import { sentenceOf } from "@/lib/server/sentence";
import { busyFolder, expectToGoOn } from "@/lib/server/testing/busy-folder";
import { objectsOf } from "@/lib/server/testing/configuration";
import { databaseContents } from "@/lib/server/testing/database-contents";
import type { PhonesInUse } from "@/lib/server/testing/phones-in-use";

const silent = pino({ level: "silent" });

let folder: string;
let dataDir: string;
let cluster: PhonesInUse;
/** A backup of the folder while it is open, in which something goes on, and what was stored then. */
let live: string;
let contents: Awaited<ReturnType<typeof databaseContents>>;
let stoodAt: Date;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-backup-"));
  dataDir = join(folder, "data");
  live = join(folder, "live.tar.gz");
  cluster = await busyFolder(dataDir);
  offerBackups(dataDir, cluster.context.database, silent);
  stoodAt = cluster.context.now();
  contents = await databaseContents(cluster.context.database);
  expect((await backUp(dataDir, live, new Date())).isLive).toBe(true);
}, 120_000);
afterAll(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (path: string): Promise<Database> => openDatabase({ dataDir: path, durability: "relaxed" });

test("a backup of the running program has everything, is for this account only, and goes on where it was made", async () => {
  expect(statSync(live).mode & 0o777).toBe(0o600);
  const place = join(folder, "restored");
  const { rows, tables } = await restore(live, place);
  const database = await open(place);
  expect(await databaseContents(database)).toEqual(contents);
  expect(tables).toBeGreaterThan(40);
  expect(rows).toBeGreaterThan(100);
  await expectToGoOn(database, stoodAt);
  await database.close();
});

test("saves go on while the running program is backed up, and each is in the backup whole or not at all", async () => {
  const file = join(folder, "busy.tar.gz");
  const partitions = objectsOf("partition", () => cluster.context);
  let isOver = false;
  const saving = (async () => {
    for (let count = 0; !isOver; count++) {
      await partitions.create({ name: `P${count}` });
      // Database and backup are in this process.
      await yieldToEventLoop();
    }
  })();
  await backUp(dataDir, file, new Date());
  isOver = true;
  await saving;
  const place = join(folder, "busy");
  await restore(file, place);
  const database = await open(place);
  const saved = await database.prisma.partition.findMany({ where: { name: { startsWith: "P" } } });
  const told = await database.prisma.revision.count({
    where: { entityId: { in: saved.map(({ id }) => id) } },
  });
  expect(told).toBe(saved.length);
  const all = await cluster.context.database.prisma.partition.count();
  expect(await database.prisma.partition.count()).toBeLessThanOrEqual(all);
  await database.close();
});

test("a backup of a stopped folder is the same, and leaves nothing behind", async () => {
  const stopped = join(folder, "stopped");
  await restore(live, stopped);
  const file = join(folder, "stopped.tar.gz");
  expect((await backUp(stopped, file, new Date())).isLive).toBe(false);
  expect(readdirSync(join(stopped, copiesName))).toEqual([]);
  const place = join(folder, "again");
  await restore(file, place);
  const database = await open(place);
  expect(await databaseContents(database)).toEqual(contents);
  await database.close();
});

describe("is refused, and leaves everything as it was:", () => {
  test("a backup into a file that is there, and of a folder without data", async () => {
    const there = join(folder, "there.tar.gz");
    writeFileSync(there, "mine");
    await expect(backUp(dataDir, there, new Date())).rejects.toThrow(`The file ${there} is there already`);
    expect(readFileSync(there, "utf8")).toBe("mine");
    await expect(backUp(join(folder, "nothing"), undefined, new Date())).rejects.toThrow(
      "There is no data in",
    );
  });

  test("a backup into a folder that is not there", async () => {
    const to = join(folder, "no", "such", "backup.tar.gz");
    await expect(backUp(dataDir, to, new Date()).catch(sentenceOf)).resolves.toBe(
      `There is no ${join(folder, "no")}.`,
    );
  });

  test("work of root on the stopped folder of another account, which could not use what root makes in it", () => {
    const of = join(folder, "of-another");
    mkdirSync(of);
    // Whoever runs this test but root owns a folder that is not root's.
    if (process.getuid?.() === 0) chownSync(of, 12_345, 12_345);
    expect(() => refuseOthersFolder(of, 0)).toThrow(/belongs to the account .* runuser -u /);
    expect(() => refuseOthersFolder(of, statSync(of).uid)).not.toThrow();
    expect(() => refuseOthersFolder(join(folder, "nothing"), 0)).not.toThrow();
  });

  test("a restore over data, also while it is in use, and into a folder that is somebody else's", async () => {
    await expect(restore(live, dataDir)).rejects.toThrow("has a database already, which would be lost");
    const foreign = join(folder, "foreign");
    mkdirSync(foreign);
    writeFileSync(join(foreign, "thesis.tex"), "years of work");
    await expect(restore(live, foreign)).rejects.toThrow("what it holds is not Ringback's");
    expect(readdirSync(foreign)).toEqual(["thesis.tex"]);
  });

  test.each([0.1, 0.5, 0.9, 0.9999])("a backup of which only %d is there", async (share) => {
    const bytes = readFileSync(live);
    const cut = join(folder, `cut-${share}.tar.gz`);
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)));
    const place = join(folder, `cut-${share}`);
    await expect(restore(cut, place)).rejects.toThrow(/^The backup .* (cannot be read|is not whole)/);
    expect(readdirSync(place).filter((name) => !name.startsWith("lock"))).toEqual([]);
  });

  test("a backup that was changed on the way", async () => {
    const bytes = readFileSync(live);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0, middle, middle + 100);
    const changed = join(folder, "changed.tar.gz");
    writeFileSync(changed, bytes);
    await expect(restore(changed, join(folder, "changed"))).rejects.toThrow(/^The backup .* cannot be read/);
  });

  test("a file that is no backup", async () => {
    for (const [name, bytes] of [
      ["text", Buffer.from("hello")],
      ["empty", Buffer.alloc(0)],
      ["archive", gzipSync(Buffer.alloc(1024))],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      await expect(restore(file, join(folder, `from-${name}`))).rejects.toThrow(
        /cannot be read|is not a backup/,
      );
    }
    await expect(restore(join(folder, "nowhere"), join(folder, "x"))).rejects.toThrow("There is no file");
  });
});

describe("before a folder is migrated", () => {
  const older = knownMigrations().slice(0, 5);

  /** A data folder as the program left it that knew only the first migrations. */
  async function olderFolder(path: string): Promise<void> {
    mkdirSync(path, { recursive: true });
    const pglite = await startPgliteIn(join(path, "database"), "relaxed");
    await pglite.exec(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0)`);
    for (const name of older) {
      const sql = readFileSync(join("prisma", "migrations", name, "migration.sql"), "utf8");
      await pglite.exec(sql);
      await pglite.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES (gen_random_uuid(), $1, now(), $2, 1)`,
        [createHash("sha256").update(sql).digest("hex"), name],
      );
    }
    await pglite.query(`INSERT INTO "Setting" (name, value) VALUES ('kept', 'as it was')`);
    await pglite.close();
  }

  test("a copy is kept that the version before can go back to, beside the two before it", async () => {
    const place = join(folder, "older");
    await olderFolder(place);
    const copies = join(place, copiesName);
    mkdirSync(copies);
    for (const year of [2020, 2021, 2022])
      writeFileSync(join(copies, `ringback-${year}-01-01-before.tar.gz`), "");
    await (await open(place)).close();
    const kept = readdirSync(copies).sort();
    expect(kept).toHaveLength(mostCopies);
    expect(kept.slice(0, 2)).toEqual([
      "ringback-2021-01-01-before.tar.gz",
      "ringback-2022-01-01-before.tar.gz",
    ]);
    const copy = join(copies, String(kept.at(-1)));
    expect(copy).toMatch(new RegExp(`-before-${knownMigrations()[older.length]}\\.tar\\.gz$`));
    const back = join(folder, "back");
    await restore(copy, back);
    const pglite = await startPgliteIn(join(back, "database"), "relaxed");
    const applied = await pglite.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1",
    );
    expect(applied.rows.map(({ name }) => name)).toEqual(older);
    expect((await pglite.query(`SELECT value FROM "Setting"`)).rows).toEqual([{ value: "as it was" }]);
    await pglite.close();
    // The next start has nothing to migrate and keeps no other copy.
    await (await open(place)).close();
    expect(readdirSync(copies).sort()).toEqual(kept);
  });

  test("nothing is migrated when the copy cannot be kept", async () => {
    const place = join(folder, "full");
    await olderFolder(place);
    writeFileSync(join(place, copiesName), "in the way");
    await expect(open(place)).rejects.toThrow("A copy of the data could not be kept, so nothing was changed");
    rmSync(join(place, copiesName));
    await (await open(place)).close();
    expect(existsSync(join(place, copiesName))).toBe(true);
  });
});
