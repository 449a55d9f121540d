import { describe, expect, test } from "vitest";
import { havingWords, rankEntries } from "@/components/console/palette/rank-entries";

const entries = [
  { id: "softkeyTemplate", label: "Softkey Template", words: "Device Settings" },
  { id: "phoneButtonTemplate", label: "Phone Button Template", words: "Device Settings" },
  { id: "phone", label: "Phone", words: "Device" },
  { id: "delete", label: "Delete" },
  { id: "ko", label: "소프트키 템플릿", words: "softkey template" },
];
const found = (text: string) => rankEntries(entries, text).entries.map(({ id }) => id);

describe("the palette", () => {
  test("finds entries by their words, in any order and letter case, and keeps their order", () => {
    expect(found("template SOFT")).toEqual(["softkeyTemplate", "ko"]);
    expect(found("settings")).toEqual(["softkeyTemplate", "phoneButtonTemplate"]);
  });

  test.each([
    ["a letter too many", "softtkey", "softkeyTemplate"],
    ["a letter missing", "sofkey", "softkeyTemplate"],
    ["letters that changed places", "phoen", "phone"],
    ["a wrong letter in one of several words", "buttom template", "phoneButtonTemplate"],
    ["a wrong vowel in Hangul", "소프드키", "ko"],
  ])("forgives %s", (_, text, id) => {
    expect(found(text)[0]).toBe(id);
    expect(rankEntries(entries, text).isAlike).toBe(true);
  });

  test("tells, of what was found for the beginning of a text, what has the rest of it too", () => {
    expect(havingWords(entries, "soft templ").map(({ id }) => id)).toEqual(["softkeyTemplate", "ko"]);
    expect(havingWords(entries, "sofkey")).toEqual([]);
    expect(havingWords(entries, " ")).toEqual(entries);
  });

  test("takes a Hangul syllable that is half typed for the beginning of a whole one", () => {
    expect(found("소프트ㅋ")).toEqual(["ko"]);
  });

  test("offers nothing that is merely alike beside what fits", () => {
    expect(rankEntries(entries, "phone")).toMatchObject({ isAlike: false });
    expect(found("phone")).toEqual(["phoneButtonTemplate", "phone"]);
  });

  test("finds nothing for what is unlike everything, and everything for nothing typed", () => {
    expect(found("zzzzzz")).toEqual([]);
    expect(found("SEP001122334455")).toEqual([]);
    expect(found(" ")).toHaveLength(entries.length);
  });
});
