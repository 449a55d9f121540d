import fc from "fast-check";
import { expect, test } from "vitest";
import { moved } from "@/components/console/grid-edit/place";

const size = { rows: 4, columns: 2 };
const key = (name: string, held: "" | "ctrl" | "shift" = "") => ({
  ...{ key: name, metaKey: false },
  ...{ ctrlKey: held === "ctrl", shiftKey: held === "shift" },
});
const at = (row: number, column: number) => ({ row, column });

test.each([
  ["ArrowDown", at(1, 1), at(2, 1)],
  ["ArrowDown", at(3, 1), at(3, 1)],
  ["ArrowUp", at(0, 0), at(0, 0)],
  ["ArrowRight", at(1, 0), at(1, 1)],
  ["ArrowRight", at(1, 1), at(1, 1)],
  ["ArrowLeft", at(1, 1), at(1, 0)],
  ["Home", at(2, 1), at(2, 0)],
  ["End", at(2, 0), at(2, 1)],
  ["PageDown", at(0, 1), at(3, 1)],
  ["Tab", at(1, 0), at(1, 1)],
  ["Tab", at(1, 1), at(2, 0)],
])("%s leads from %o to %o", (name, from, to) => expect(moved(from, key(name), size)).toEqual(to));

test("with Ctrl arrows lead to the edge, Home and End to the corners", () => {
  const from = at(2, 1);
  const led = ["ArrowUp", "ArrowDown", "ArrowLeft", "Home", "End"].map((name) =>
    moved(from, key(name, "ctrl"), size),
  );
  expect(led).toEqual([at(0, 1), at(3, 1), at(2, 0), at(0, 0), at(3, 1)]);
});

test("Tab leads out of the grid after the last cell and before the first: nobody is caught in it", () => {
  expect(moved(at(3, 1), key("Tab"), size)).toBeNull();
  expect(moved(at(0, 0), key("Tab", "shift"), size)).toBeNull();
  expect(moved(at(1, 0), key("Tab", "shift"), size)).toEqual(at(0, 1));
});

test("no key leads out of the cells that there are, and letters lead nowhere", () => {
  const keys = [
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Tab",
  ];
  const sizes = fc.record({ rows: fc.integer({ min: 1, max: 30 }), columns: fc.integer({ min: 1, max: 2 }) });
  const helds = fc.constantFrom("" as const, "ctrl" as const, "shift" as const);
  fc.assert(
    fc.property(sizes, fc.array(fc.tuple(fc.constantFrom(...keys), helds)), ({ rows, columns }, pressed) => {
      let place = at(0, 0);
      for (const [name, held] of pressed) place = moved(place, key(name, held), { rows, columns }) ?? place;
      expect(place.row).toBeGreaterThanOrEqual(0);
      expect(place.row).toBeLessThan(rows);
      expect(place.column).toBeGreaterThanOrEqual(0);
      expect(place.column).toBeLessThan(columns);
    }),
  );
  expect(moved(at(0, 0), key("a"), size)).toBeNull();
});
