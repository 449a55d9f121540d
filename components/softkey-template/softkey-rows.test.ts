import { describe, expect, test } from "vitest";
import { dropPosition, softkeyRows } from "@/components/softkey-template/softkey-rows";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

const softkeys: SoftkeyId[] = ["Redial", "Undefined", "NewCall", "Undefined"];
const rows = softkeyRows(softkeys);

describe("the rows of a list of softkeys", () => {
  test("have different keys even where blanks repeat", () => {
    expect(rows.map(({ softkey }) => softkey)).toEqual(softkeys);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  test("keep the key of a softkey when it moves, so that the focus stays with it", () => {
    const moved = softkeyRows(["NewCall", "Redial", "Undefined", "Undefined"]);
    expect(moved[0]?.key).toBe(rows[2]?.key);
  });
});

describe("[SK-08] a dropped softkey", () => {
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
