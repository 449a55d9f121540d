import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { moveToServer } from "@/lib/server/db/move";
import { openDatabase } from "@/lib/server/db/open";
import { busyFolder, expectToGoOn } from "@/lib/server/testing/busy-folder";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { runSql } from "@/lib/server/testing/run-sql";
import { copyOfTemplate } from "@/lib/server/testing/test-database";

let folder: string;
let dataDir: string;
let contents: Awaited<ReturnType<typeof databaseContents>>;
let stoodAt: Date;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-move-"));
  dataDir = join(folder, "data");
  const cluster = await busyFolder(dataDir);
  // Characters that a text of rows must not mistake for its own.
  const value = 'tab \t line \n back\\slash \\N "quoted" 한국어';
  await cluster.context.database.prisma.setting.create({ data: { name: "odd", value } });
  contents = await databaseContents(cluster.context.database);
  stoodAt = cluster.context.now();
  await cluster.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The address of a copy of its own. */
const copyOf = (template: "seeded" | "template0") => copyOfTemplate(String(inject("serverUrl")), template);

const withoutMigrations = ({ _prisma_migrations, ...tables }: Readonly<Record<string, unknown>>) => tables;

test("everything is on the server afterwards, with live requests and running jobs, which go on there; the folder is as before", async () => {
  const url = await copyOf("template0");
  const { tables, rows } = await moveToServer(dataDir, url);
  const moved = await openDatabase({ url });
  expect(withoutMigrations(await databaseContents(moved))).toEqual(withoutMigrations(contents));
  const counts = Object.values(withoutMigrations(contents)).map((of) => (Array.isArray(of) ? of.length : 0));
  expect(tables).toBeGreaterThanOrEqual(counts.length);
  expect(rows).toBeGreaterThanOrEqual(counts.reduce((sum, count) => sum + count, 0));
  const references = await runSql(
    url,
    "SELECT count(*)::int AS count FROM pg_constraint WHERE contype = 'f'",
  );
  expect(references.rows[0].count).toBeGreaterThan(20);
  const idle = await runSql(
    url,
    "SELECT count(*)::int AS count FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'",
  );
  expect(idle.rows[0].count).toBe(0);
  await expectToGoOn(moved, stoodAt);
  await moved.close();
  const before = await openDatabase({ dataDir, durability: "relaxed" });
  expect(await databaseContents(before)).toEqual(contents);
  await before.close();
});

test("a database that is used already is refused and keeps what it has", async () => {
  const url = await copyOf("seeded");
  const used = await openDatabase({ url });
  const before = await databaseContents(used);
  await expect(moveToServer(dataDir, url)).rejects.toThrow(
    "has data of Ringback already, which would be lost",
  );
  expect(await databaseContents(used)).toEqual(before);
  await used.close();
});

test("a database that is refused is not brought up to date either", async () => {
  const url = await copyOf("template0");
  await runSql(url, `CREATE TABLE "User" (id text); INSERT INTO "User" VALUES ('somebody')`);
  await expect(moveToServer(dataDir, url)).rejects.toThrow("has data of Ringback already");
  const tables = await runSql(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  expect(tables.rows).toEqual([{ name: "User" }]);
});

test("a program that begins to use the database while the data is on its way keeps what it has stored", async () => {
  const url = await copyOf("template0");
  await (await openDatabase({ url })).close();
  const program = new pg.Client({ connectionString: url });
  await program.connect();
  await program.query("BEGIN");
  await program.query(`INSERT INTO "User" (id, username, name, email, role, "updatedAt")
    VALUES ('first', 'first', 'First', 'first@users.invalid', 'superUser', now())`);
  const refusal = expect(moveToServer(dataDir, url)).rejects.toThrow("has data of Ringback already");
  const waiting =
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  await expect.poll(async () => (await runSql(url, waiting)).rows[0].count).toBe(1);
  await program.query("COMMIT");
  await refusal;
  expect((await program.query('SELECT id FROM "User"')).rows).toEqual([{ id: "first" }]);
  await program.end();
});

test("a server that cannot be reached, and a folder that is not there or in use, are told and nothing happens", async () => {
  await expect(moveToServer(dataDir, "postgresql://nobody:secret@127.0.0.1:1/x")).rejects.toThrow(
    /^Cannot reach PostgreSQL at 127\.0\.0\.1:1\/x/,
  );
  await expect(moveToServer(join(folder, "nowhere"), await copyOf("template0"))).rejects.toThrow(
    "is not whole",
  );
});
