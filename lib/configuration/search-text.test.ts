import { describe, expect, test } from "vitest";
import { searchWords } from "@/lib/configuration/search-text";

describe("the search", () => {
  test.each([
    ["00:11:22:33:44:55", "001122334455"],
    ["00-11-22-aa-bb-cc", "001122aabbcc"],
    ["0011.2233.4455", "001122334455"],
    ["00:11:2", "00112"],
    ["00:11:", "0011"],
  ])("looks for a phone whose address is typed as %s by its digits %s as well", (typed, digits) => {
    expect(searchWords(typed)).toEqual([[typed, digits]]);
  });

  test("takes other texts as they are typed", () => {
    for (const text of ["Lobby", "2001", "SEP0011", "10.20", "a:b"])
      expect(searchWords(text)).toEqual([[text]]);
  });

  test("looks for each word by itself, and for six of them at most", () => {
    expect(searchWords("  lobby\t7965 ")).toEqual([["lobby"], ["7965"]]);
    expect(searchWords("   ")).toEqual([]);
    expect(searchWords("a b c d e f g h")).toHaveLength(6);
  });
});
