import { describe, expect, test } from "vitest";
import { softkeyRows } from "@/components/softkey-template/softkey-rows";
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
