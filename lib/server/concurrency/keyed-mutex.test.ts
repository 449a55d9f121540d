import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyedMutex } from "@/lib/server/concurrency/keyed-mutex";
import { settled } from "@/lib/server/testing/settled";

/** Work that ends when it is told to, and in which order it has begun. */
function watched() {
  const mutex = new KeyedMutex();
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const start = (key: string, name: string) => {
    const end = Promise.withResolvers<string>();
    ends.set(name, end);
    return mutex.runExclusive(key, () => {
      begun.push(name);
      return end.promise;
    });
  };
  const end = (name: string) => ends.get(name)?.resolve(name);
  const fail = (name: string) => ends.get(name)?.reject(new Error(`${name} is broken`));
  return { mutex, start, begun, end, fail };
}

test("work with the same key is done one after the other, in the order in which it came", async () => {
  const { start, begun, end } = watched();
  const all = ["a", "b", "c"].map((name) => start("key", name));
  for (const [index, name] of ["a", "b", "c"].entries()) {
    await settled();
    expect(begun).toEqual(["a", "b", "c"].slice(0, index + 1));
    end(name);
  }
  expect(await Promise.all(all)).toEqual(["a", "b", "c"]);
});

test("keys do not wait for each other", async () => {
  const { start, begun, end } = watched();
  const slow = start("one", "a");
  const quick = start("other", "b");
  await settled();
  expect(begun).toEqual(["a", "b"]);
  end("b");
  expect(await quick).toBe("b");
  end("a");
  expect(await slow).toBe("a");
});

test("work that fails lets the next begin, and only who gave it is told", async () => {
  const { start, end, fail } = watched();
  const [first, second] = [start("key", "a"), start("key", "b")];
  fail("a");
  await expect(first).rejects.toThrow("a is broken");
  end("b");
  expect(await second).toBe("b");
});

test("nothing is kept of a key once its work has ended, well or not", async () => {
  const { mutex, start, end, fail } = watched();
  const all = Array.from({ length: 100 }, (_, index) => start(`key ${index % 40}`, `work ${index}`));
  expect(mutex.size).toBe(40);
  for (let index = 0; index < 100; index++) (index % 3 === 0 ? fail : end)(`work ${index}`);
  await Promise.allSettled(all);
  expect(mutex.size).toBe(0);
});

test("whenever work comes and however it ends, no two with one key go on at once and the mutex is empty afterwards", async () => {
  const anyWork = fc.record({
    key: fc.constantFrom("a", "b"),
    pauses: fc.array(fc.constantFrom("microtask", "iteration"), { maxLength: 3 }),
    isSound: fc.boolean(),
    waitsBefore: fc.nat({ max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyWork, { maxLength: 12 }), async (works) => {
      const mutex = new KeyedMutex();
      const underway = new Set<string>();
      const all: Promise<void>[] = [];
      for (const { key, pauses, isSound, waitsBefore } of works) {
        for (let wait = 0; wait < waitsBefore; wait++) await undefined;
        all.push(
          mutex.runExclusive(key, async () => {
            expect(underway.has(key)).toBe(false);
            underway.add(key);
            for (const pause of pauses) await (pause === "iteration" ? settled() : undefined);
            underway.delete(key);
            if (!isSound) throw new Error("broken");
          }),
        );
      }
      const outcomes = await Promise.allSettled(all);
      expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual(
        works.map(({ isSound }) => isSound),
      );
      expect(mutex.size).toBe(0);
    }),
    { numRuns: 300 },
  );
});
