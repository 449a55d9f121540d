import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Definition, installDefinitions, readDefinitions } from "@/lib/server/db/definitions";
import { applyMigrations } from "@/lib/server/db/migrate";
import { type BareDatabase, type EmptyDatabase, emptyDatabase } from "@/lib/server/testing/empty-database";

let empty: EmptyDatabase;
let database: BareDatabase;
beforeAll(async () => {
  empty = await emptyDatabase();
  database = await empty.open();
  await applyMigrations(database.adapter, []);
});
afterEach(async () => {
  await database.query(await change(definitions));
});
afterAll(async () => {
  await database.close();
  await empty.remove();
});

const definitions = readDefinitions();
const change = (definitions: readonly Definition[], tables?: string) =>
  installDefinitions(database.query, definitions, tables);

test("every function, trigger and view of a migrated database is as its file says, and each has a file", async () => {
  expect(definitions.length).toBeGreaterThan(0);
  expect(await change(definitions), "npm run new-migration -- <name>").toBe("");
});

test("a changed file is what the next migration installs, and nothing else", async () => {
  const changed = definitions.map(({ path, sql }) => ({
    path,
    sql: path.endsWith("delete-job-items.sql") ? sql.replace("AFTER DELETE", "BEFORE DELETE") : sql,
  }));
  const migration = await change(changed);
  expect(migration).toBe(changed.find(({ sql }) => sql.includes("BEFORE DELETE"))?.sql);
  expect(await change(definitions), "to compare changes nothing").toBe("");
  await database.query(migration);
  expect(await change(changed)).toBe("");
  expect(await change(definitions)).toBe(
    definitions.find(({ path }) => path.endsWith("delete-job-items.sql"))?.sql,
  );
});

test("what has no file any more is dropped, a trigger before its function", async () => {
  const left = definitions.filter(({ path }) => !/send-due-event|each-job-item/.test(path));
  const migration = await change(left);
  expect(migration.split("\n").filter(Boolean)).toEqual([
    'DROP VIEW "EachJobItem";',
    'DROP TRIGGER "DueEvent_sent" ON "DueEvent";',
    'DROP FUNCTION "sendDueEvent"();',
  ]);
  await database.query(migration);
  expect(await change(left)).toBe("");
});

test("a file may use what the same migration does to the tables", async () => {
  const view = {
    path: "",
    sql: 'CREATE VIEW "EachSetting" AS SELECT "name", "remark" FROM "Setting";\n',
  };
  const tables = 'ALTER TABLE "Setting" ADD COLUMN "remark" TEXT COLLATE "C";';
  expect(await change([...definitions, view], tables)).toBe(view.sql);
});
