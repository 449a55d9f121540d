import { describe, expect, test } from "vitest";
import { dropPosition } from "@/components/console/two-lists/list-rows";

const rows = ["Redial", "NewCall", "CallBack", "EndCall"].map((key) => ({ key }));

describe("[SK-08] a dropped row", () => {
  test.each([
    ["before", 0, 0],
    ["after", 0, 1],
    ["before", 2, 2],
    ["after", 3, 4],
  ])("that comes from the other list lands %s row %i at position %i", (side, over, expected) => {
    expect(dropPosition(rows, { key: rows[over]?.key, dropPosition: side })).toBe(expected);
  });

  test.each([
    [0, "after", 2, 2],
    [0, "before", 2, 1],
    [3, "before", 0, 0],
    [3, "after", 0, 1],
    [1, "before", 1, 1],
    [1, "after", 1, 1],
  ])("that is dragged from %i to %s row %i lands at position %i", (from, side, over, expected) => {
    expect(dropPosition(rows, { key: rows[over]?.key, dropPosition: side }, from)).toBe(expected);
  });
});
