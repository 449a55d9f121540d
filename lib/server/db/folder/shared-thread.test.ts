import { setImmediate as nextIteration } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/server/db/open";
import { openTestDatabase } from "@/lib/server/testing/test-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const waiting = 50;

/** How many iterations the event loop has while the work lasts. */
async function iterationsDuring(work: Promise<unknown>): Promise<number> {
  let iterations = 0;
  let isOver = false;
  const ended = () => {
    isOver = true;
  };
  work.then(ended, ended);
  while (!isOver) {
    await nextIteration();
    iterations += 1;
  }
  await work;
  return iterations;
}

test("however many statements wait, other clients are heard between any two of them", async () => {
  const statements = Array.from({ length: waiting }, () => database.prisma.$queryRaw`SELECT 1`);
  expect(await iterationsDuring(Promise.all(statements))).toBeGreaterThanOrEqual(waiting);
});

test("however many statements a transaction has, other clients are heard between any two of them", async () => {
  const work = database.prisma.$transaction(async (transaction) => {
    for (let statement = 0; statement < waiting; statement++) await transaction.$queryRaw`SELECT 1`;
  });
  expect(await iterationsDuring(work)).toBeGreaterThanOrEqual(waiting);
});
