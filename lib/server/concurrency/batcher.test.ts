import { expect, test } from "vitest";
import { Batcher, type BatchItem } from "@/lib/server/concurrency/batcher";
import { settled } from "@/lib/server/testing/settled";

type Group = readonly BatchItem<string, string>[];

/** A batcher whose groups end when they are told to, and the groups that it has begun. */
function watched(most?: number) {
  const groups: string[][] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const batcher = new Batcher<string, string>(async (group: Group) => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    groups.push(group.map(({ item }) => item));
    await end.promise;
    for (const { item, resolve } of group) resolve(`${item} done`);
  }, most);
  const ask = (items: readonly string[]) => items.map((item) => batcher.ask(item));
  return {
    ask,
    groups,
    end: () => ends.shift()?.resolve(),
    fail: () => ends.shift()?.reject(new Error("broken")),
  };
}

test("who asks while nothing is done does not wait for others", async () => {
  const { ask, groups, end } = watched();
  const [first] = ask(["a"]);
  expect(groups).toEqual([["a"]]);
  end();
  expect(await first).toBe("a done");
});

test("those that ask meanwhile go together in the next group, in the order in which they asked", async () => {
  const { ask, groups, end } = watched();
  const asked = ask(["a", "b", "c"]);
  end();
  await settled();
  expect(groups).toEqual([["a"], ["b", "c"]]);
  end();
  expect(await Promise.all(asked)).toEqual(["a done", "b done", "c done"]);
});

test("no group is larger than may be, and nobody is forgotten", async () => {
  const { ask, groups, end } = watched(2);
  const asked = ask(["a", "b", "c", "d"]);
  for (let group = 0; group < 3; group++) {
    end();
    await settled();
  }
  expect(await Promise.all(asked)).toHaveLength(4);
  expect(groups).toEqual([["a"], ["b", "c"], ["d"]]);
});

test("work that throws is told to its group alone, and the next group is done", async () => {
  const { ask, fail, end } = watched();
  const asked = ask(["a", "b"]);
  fail();
  await expect(asked[0]).rejects.toThrow("broken");
  await settled();
  end();
  expect(await asked[1]).toBe("b done");
});
