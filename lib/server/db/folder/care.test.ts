import { randomUUID } from "node:crypto";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/server/db/open";
import { makeRuntime } from "@/lib/server/process/make-runtime";
import { realClock } from "@/lib/server/runtime/clock";
import { startRunner } from "@/lib/server/runtime/runner";
import { openTestDatabase } from "@/lib/server/testing/test-database";

const rows = 1_000;
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Looks after every table that needs it. PostgreSQL itself knows of changes a second late. */
async function afterCare() {
  while (await database.care?.());
  return partitions();
}

/** What plans are made from, and how many dead rows every reading of the table goes past. */
async function partitions() {
  const [found] = await database.prisma.$queryRaw<{ counted: number; dead: number }[]>`
    SELECT c."reltuples"::int AS "counted", s."n_dead_tup"::int AS "dead"
    FROM pg_class c JOIN pg_stat_user_tables s ON s."relid" = c."oid" WHERE c."oid" = '"Partition"'::regclass`;
  return found;
}

async function insertPartitions(): Promise<void> {
  const data = Array.from({ length: rows }, () => {
    const name = randomUUID();
    return { id: name, name, key: name, updatedAt: new Date(), updatedBy: "admin", createdAt: new Date() };
  });
  await database.prisma.partition.createMany({ data });
}

test("a table of which many rows came is counted, and cleared when many have changed; then none needs anything", async () => {
  await afterCare();
  await insertPartitions();
  expect(await partitions()).not.toMatchObject({ counted: rows });
  await expect.poll(afterCare).toEqual({ counted: rows, dead: 0 });
  await database.prisma.partition.updateMany({ data: { description: "changed" } });
  await expect.poll(async () => (await partitions())?.dead).toBe(rows);
  await expect.poll(afterCare).toEqual({ counted: rows, dead: 0 });
  expect(await database.care?.()).toBe(false);
});

test("a table that cannot be counted is told once, and keeps no other from it", async () => {
  await database.prisma.$executeRaw`
    CREATE FUNCTION "fails"(i int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN i; END'`;
  await database.prisma.$executeRaw`CREATE TABLE "Broken"(i int)`;
  await database.prisma.$executeRaw`CREATE INDEX ON "Broken" ("fails"(i))`;
  await database.prisma.$executeRaw`INSERT INTO "Broken" SELECT i FROM generate_series(1, 1000) i`;
  await database.prisma.$executeRaw`
    CREATE OR REPLACE FUNCTION "fails"(i int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN i / 0; END'`;
  await expect.poll(() => afterCare().then(() => "", String)).toMatch(/division by zero/);
  expect(await database.care?.()).toBe(false);
  await database.prisma.$executeRaw`DROP TABLE "Broken"`;
});

test("the program does it by itself in the background", async () => {
  await insertPartitions();
  const settings = { registrationsPerSecond: null };
  const runner = startRunner(makeRuntime(database, settings, realClock, pino({ level: "silent" })));
  await expect.poll(partitions).toEqual({ counted: 2 * rows, dead: 0 });
  await runner.stop();
});
