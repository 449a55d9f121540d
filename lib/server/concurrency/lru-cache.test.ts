import fc from "fast-check";
import { expect, test } from "vitest";
import { LruCache } from "@/lib/server/concurrency/lru-cache";

const most = 8;
const anyKey = fc.nat({ max: 30 });
const anyUse = fc.record({ verb: fc.constantFrom("get", "set", "delete"), key: anyKey });

test("whatever is read, kept and dropped, there are never more values than may be, and the half used last is there", () => {
  fc.assert(
    fc.property(fc.array(anyUse, { maxLength: 200 }), (uses) => {
      const cache = new LruCache<number, string>(most);
      const lastUsed = new Set<number>();
      for (const { verb, key } of uses) {
        const isThere = cache.has(key);
        if (verb === "get") expect(cache.get(key)).toBe(isThere ? `value ${key}` : undefined);
        if (verb === "set") cache.set(key, `value ${key}`);
        if (verb === "delete") cache.delete(key);
        lastUsed.delete(key);
        if (verb === "set" || (verb === "get" && isThere)) lastUsed.add(key);
        expect([...cache.keys()].length).toBeLessThanOrEqual(most);
        for (const used of [...lastUsed].slice(-most / 2)) expect(cache.has(used)).toBe(true);
      }
    }),
  );
});

test("a cache of one value keeps the last one", () => {
  const cache = new LruCache<string, number>(1);
  cache.set("a", 1).set("b", 2);
  expect([...cache.keys()]).toEqual(["b"]);
});
