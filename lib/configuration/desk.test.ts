import { describe, expect, test } from "vitest";
import { checkPhonesOnDesk, mostPhonesOnDesk, phonesOnDesk } from "@/lib/configuration/desk";

const phones = (count: number) => Array.from({ length: count }, (_, index) => `SEP${index}`);

describe("the phones of a desk", () => {
  test("are kept once each, in the order in which they stand", () => {
    expect(phonesOnDesk(["B", "A", "B", "Busan:5001"])).toEqual(["B", "A", "Busan:5001"]);
  });

  test("are at most fifty different ones", () => {
    expect(checkPhonesOnDesk([])).toEqual([]);
    expect(checkPhonesOnDesk([...phones(mostPhonesOnDesk), "SEP0"])).toEqual([]);
    expect(checkPhonesOnDesk(phones(mostPhonesOnDesk + 1))).toEqual([
      { path: ["phones"], code: "tooMany", params: { count: 51, limit: 50 } },
    ]);
  });

  test("have names that can be shown and stored; the first that cannot is named", () => {
    expect(checkPhonesOnDesk(["SEP1", "a\u0000b", "\ud800"])).toEqual([
      { path: ["phones", 1], code: "controlCharacters" },
    ]);
    expect(checkPhonesOnDesk(["x".repeat(307)])).toMatchObject([{ path: ["phones", 0], code: "tooLong" }]);
  });
});
