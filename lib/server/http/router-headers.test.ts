import fc from "fast-check";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { expect, test } from "vitest";
import { removeUnreadableState } from "@/lib/server/http/router-headers";

function keeps(name: string, value: string): boolean {
  const headers = { [name]: value };
  removeUnreadableState(headers);
  return headers[name] !== undefined;
}

function isReadByNext(state: string): boolean {
  try {
    return parseAndValidateFlightRouterState(state) !== undefined;
  } catch {
    return false;
  }
}

const odd = fc.constantFrom(
  null,
  0,
  1.5,
  "",
  "refetch",
  "metadata-only",
  "x",
  [],
  {},
  ["a", "b"],
  ["a"],
  true,
);
const segment = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.tuple(
    fc.string({ maxLength: 3 }),
    fc.string({ maxLength: 3 }),
    fc.constantFrom("d", "c", "oc", "di(.)", "ci(..)(..)", "di(...)", "oci(.)", "", "x"),
    fc.constantFrom(null, [], ["a"], [1], "a"),
  ),
);
/** States as the router of the pages sends them, and such with something odd in them. */
const { state } = fc.letrec<{ state: unknown }>((tie) => ({
  state: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(segment, fc.constant({})),
    odd,
    fc
      .tuple(
        segment,
        fc.dictionary(fc.constantFrom("children", "x"), tie("state"), { maxKeys: 2 }),
        fc.array(odd, { maxLength: 5 }),
      )
      .map(([name, within, more]) => [name, within, ...more]),
  ),
}));

test("the state of the pages' router reaches Next when Next can read it, and only then", () => {
  let kept = 0;
  fc.assert(
    fc.property(state, fc.boolean(), (value, isEncoded) => {
      const text = isEncoded ? encodeURIComponent(JSON.stringify(value)) : JSON.stringify(value);
      const isReadable = isReadByNext(text);
      kept += isReadable ? 1 : 0;
      expect(keeps("next-router-state-tree", text), text).toBe(isReadable);
    }),
    { numRuns: 2_000, seed: 1 },
  );
  expect(kept).toBeGreaterThan(200);
});

test.each(["", "%zz", "garbage", "5", "null", '[""]', `["",{}${",null".repeat(9)}]`, "%5B".repeat(3_000)])(
  "a state that is none does not reach Next: %s",
  (text) => {
    expect(isReadByNext(text)).toBe(false);
    expect(keeps("next-router-state-tree", text)).toBe(false);
  },
);

test("a state that is deeper than any page, for which Next would take long, does not reach it", () => {
  const nested = (depth: number) => `${'["",{"children":'.repeat(depth)}["",{}]${"}]".repeat(depth)}`;
  expect(keeps("next-router-state-tree", nested(32))).toBe(true);
  expect(keeps("next-router-state-tree", nested(33))).toBe(false);
  expect(keeps("next-router-state-tree", nested(900))).toBe(false);
});

test("pages are fetched ahead in the one way that they use", () => {
  expect(keeps("next-router-prefetch", "1")).toBe(true);
  for (const other of ["2", "0", "", "1, 1", "x"]) expect(keeps("next-router-prefetch", other)).toBe(false);
});
