import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { actOnPhone } from "@/lib/server/services/phone-operation/act";
import { type PhonesInUse, phoneNameOf, phonesInUse } from "@/lib/server/testing/phones-in-use";
import { chance, randomAction } from "@/lib/server/testing/random-presses";
import { idleCalls, plainTables, replayCalls, storedCalls } from "@/lib/server/testing/stored-calls";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

const numbers = ["2001", "2002", "2003", "2004", "2005", "2006"];
let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(numbers);
});
afterAll(() => cluster.close());

/** Some people at once use phones at random through one instance, each as many times. */
function pressAtRandom(runtime: Runtime, seed: number, people: number, times: number) {
  return Promise.all(
    Array.from({ length: people }, (_, person) => useAtRandom(runtime, seed + person, times)),
  );
}

async function useAtRandom(runtime: Runtime, seed: number, times: number) {
  const pick = chance(seed);
  for (let index = 0; index < times; index++) {
    const name = phoneNameOf(numbers[pick(numbers.length)] ?? "2001");
    await actOnPhone(
      { ...cluster.context, now: runtime.clock.now },
      runtime,
      name,
      randomAction(pick, numbers),
    );
  }
}

describe("the stored history", () => {
  test("of two instances that use the same phones at once, replayed through the engine, gives the stored runtime", async () => {
    const { prisma } = cluster.context.database;
    const second: Runtime = { ...manualRuntime(cluster.context).runtime, clock: cluster.runtime.clock };
    for (const round of [1, 2, 3, 4]) {
      await Promise.all([
        pressAtRandom(cluster.runtime, round * 10, 4, 10),
        pressAtRandom(second, round * 10 + 100, 4, 10),
      ]);
      await cluster.wait(7);
    }
    // Read only now: what is saved by then is not what the phones began with.
    const idle = await idleCalls(prisma);
    const stored = await storedCalls(prisma, idle);
    const { events, violations } = await replayCalls(prisma, idle);
    expect(violations).toEqual([]);
    expect(events.length).toBeGreaterThan(150);
    expect(plainTables(idle)).toEqual(plainTables(stored));
    expect(stored.tables.requests.size).toBeGreaterThan(1);
  });
});
