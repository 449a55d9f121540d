import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations, knownMigrations } from "@/lib/server/db/migrate";
import { openDatabase } from "@/lib/server/db/open";
import { startSchemaEngine } from "@/lib/server/db/schema-engine";
import { catalogueOf } from "@/lib/server/testing/catalogue";
import { type BareDatabase, type EmptyDatabase, emptyDatabase } from "@/lib/server/testing/empty-database";

const schemaFolder = join("prisma", "schema");
const schemaFiles = readdirSync(schemaFolder)
  .sort()
  .map((path) => ({ path, content: readFileSync(join(schemaFolder, path), "utf8") }));

/** What migrations add by hand, because the Prisma schema cannot say it. */
const addedByHand = [
  /SoftkeyTemplate_one_default/,
  /_one_in_partition/,
  /JobItem_(waiting|failed|underway)/,
  /DeviceState_queued/,
  /DeviceState_away/,
  /^EachJobItem/,
  /DeviceAlarm_phone/,
  /Phone_model"/,
  /_contains/,
  /ChangeObject_former/,
  /Revision_deleted/,
];

let empty: EmptyDatabase;
let bare: BareDatabase | undefined;
beforeEach(async () => {
  empty = await emptyDatabase();
});
afterEach(async () => {
  await close();
  await empty.remove();
});

async function open(): Promise<BareDatabase> {
  bare = await empty.open();
  return bare;
}

async function close(): Promise<void> {
  await bare?.close();
  bare = undefined;
}

/** Makes the tables in a namespace of their own as the Prisma schema alone would have them, and reads them. */
async function catalogueOfSchema(database: BareDatabase): Promise<string[]> {
  const datamodels = schemaFiles.map(({ path, content }): [string, string] => [path, content]);
  const engine = await startSchemaEngine(database.adapter, datamodels);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: schemaFiles },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await database.query("CREATE SCHEMA pushed");
  await database.query("SET search_path TO pushed");
  const statements = String(stdout).split(/;\s*$/m);
  for (const statement of statements.slice(0, -1)) await database.query(statement);
  const lines = await catalogueOf(database);
  return lines.map((line) => line.replaceAll("pushed.", "public."));
}

test("the snapshot that the next migration is written from is the schema", () => {
  const snapshot: unknown = JSON.parse(
    readFileSync(join("prisma", "migrations", "schema-snapshot.json"), "utf8"),
  );
  expect(snapshot, "npm run new-migration -- <name>").toEqual(schemaFiles);
});

test("the migrations make the tables, constraints and indexes of the schema and those written by hand, once", async () => {
  const database = await open();
  expect(await applyMigrations(database.adapter, [])).toEqual(knownMigrations());
  const migrated = await catalogueOf(database);
  expect(await applyMigrations(database.adapter, [])).toEqual([]);
  expect(await applyMigrations(database.adapter, knownMigrations())).toEqual([]);
  expect(await catalogueOf(database)).toEqual(migrated);
  const isByHand = (line: string) => addedByHand.some((pattern) => pattern.test(line));
  expect(migrated.filter((line) => !isByHand(line))).toEqual(await catalogueOfSchema(database));
  for (const pattern of addedByHand) expect(migrated).toContainEqual(expect.stringMatching(pattern));
});

test("every text column compares byte by byte, so that any two can be joined by an index", async () => {
  const database = await open();
  await applyMigrations(database.adapter, []);
  const others =
    await database.query(`SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
      AND table_name <> '_prisma_migrations'`);
  expect(others.map(({ name }) => name)).toEqual([]);
});

test("opening migrates an empty database, leaves a migrated one as it is, and refuses one of a newer version", async () => {
  await (await openDatabase(empty.location)).close();
  const first = await open();
  const applied =
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1";
  expect((await first.query(applied)).map(({ name }) => name)).toEqual(knownMigrations());
  const everything = async (database: BareDatabase) => ({
    catalogue: await catalogueOf(database),
    migrations: await database.query("SELECT * FROM _prisma_migrations ORDER BY id"),
  });
  const before = await everything(first);
  await close();
  await (await openDatabase(empty.location)).close();
  const again = await open();
  expect(await everything(again)).toEqual(before);
  await again.query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
    VALUES ('future', 'x', now(), '99991231235959_from-the-future', now(), 1)`);
  const newer = await everything(again);
  await close();
  // Twice, because a refused start must give the folder back.
  for (const _ of ["once", "again"]) {
    await expect(openDatabase(empty.location)).rejects.toThrow(
      "The database was written by a newer version of Ringback (it has 99991231235959_from-the-future). Start that version.",
    );
  }
  expect(await everything(await open())).toEqual(newer);
});
