import { describe, expect, test } from "vitest";
import { searchTexts } from "@/lib/client/search-text";

describe("the search", () => {
  test.each([
    ["00:11:22:33:44:55", "001122334455"],
    ["00-11-22-aa-bb-cc", "001122aabbcc"],
    ["0011.2233.4455", "001122334455"],
    ["00:11:2", "00112"],
    ["00:11:", "0011"],
  ])("looks for a phone whose address is typed as %s by its digits %s", (typed, digits) => {
    expect(searchTexts("phone", typed)).toEqual([typed, digits]);
  });

  test("takes other texts, and those for other kinds, as they are typed", () => {
    for (const text of ["Lobby", "2001", "SEP0011", "10.20", "a:b"])
      expect(searchTexts("phone", text)).toEqual([text]);
    expect(searchTexts("partition", "00:11")).toEqual(["00:11"]);
  });
});
