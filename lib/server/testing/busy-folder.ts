import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { type Database, openDatabase } from "@/lib/server/db/open";
import { seed } from "@/lib/server/seed/seed";
import { type PhonesInUse, phonesInUse, phonesOf } from "@/lib/server/testing/phones-in-use";
import { testContext } from "@/lib/server/testing/test-context";
import { testPassword } from "@/lib/server/testing/test-password";

/**
 * Makes a data folder in which something goes on: 2001 waits for 2002, which talks with 2003, and a job resets 2004. Its time stands
 * still.
 */
export async function busyFolder(dataDir: string): Promise<PhonesInUse> {
  const database = await openDatabase({ dataDir, durability: "relaxed" });
  await seed(database, {
    contents: "empty",
    adminPassword: testPassword,
    now: () => new Date(),
    newId: randomUUID,
  });
  const numbers = ["2001", "2002", "2003", "2004"];
  const cluster = await phonesInUse(numbers, {}, undefined, await testContext(database));
  await cluster.phone("2002").dials("2003");
  await cluster.phone("2003").answers();
  await cluster.phone("2001").dials("2002");
  await cluster.phone("2001").presses("CallBack");
  await cluster.send("POST", `${cluster.phone("2004").path}/reset`, {});
  await cluster.wait(1);
  return cluster;
}

/**
 * That a copy of it goes on where it stood: the job ends, and 2001 is told when 2002 is free.
 * @param at the time at which the clock stood
 */
export async function expectToGoOn(database: Database, at: Date): Promise<void> {
  const cluster = await phonesOf(await testContext(database), at);
  const states = async () => (await cluster.requests()).map(({ state }) => state);
  expect(await states()).toEqual(["active"]);
  const jobs = async () => (await cluster.get("/jobs")).items as { state: string }[];
  expect((await jobs()).map(({ state }) => state)).toEqual(["running"]);
  await cluster.wait(30);
  expect((await jobs()).map(({ state }) => state)).toEqual(["done"]);
  await cluster.phone("2002").hangsUp();
  await cluster.wait(10);
  expect(await states()).toEqual(["ready"]);
}
