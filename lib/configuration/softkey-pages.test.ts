import fc from "fast-check";
import { expect, test } from "vitest";
import { softkeyIds } from "@/lib/catalog/softkeys";
import { type SoftkeySlot, softkeyPages } from "@/lib/configuration/softkey-pages";

function shown(pages: readonly (readonly SoftkeySlot[])[]): string[][] {
  return pages.map((page) => page.map((slot) => (slot.kind === "softkey" ? slot.softkey : slot.kind)));
}

test("keys that fit are on one page without a more key", () => {
  expect(shown(softkeyPages(["Redial", "NewCall"], 4))).toEqual([["Redial", "NewCall", "blank", "blank"]]);
  expect(shown(softkeyPages(["Hold", "EndCall", "Transfer", "Confrn"], 4))).toEqual([
    ["Hold", "EndCall", "Transfer", "Confrn"],
  ]);
  expect(shown(softkeyPages([], 4))).toEqual([["blank", "blank", "blank", "blank"]]);
});

test("more keys than fit give every page a more key in the last place", () => {
  expect(shown(softkeyPages(["Redial", "NewCall", "CFwdAll", "Park", "CallBack"], 4))).toEqual([
    ["Redial", "NewCall", "CFwdAll", "more"],
    ["Park", "CallBack", "blank", "more"],
  ]);
  expect(shown(softkeyPages(["Redial", "NewCall", "CFwdAll"], 2))).toEqual([
    ["Redial", "more"],
    ["NewCall", "more"],
    ["CFwdAll", "more"],
  ]);
});

test("an Undefined key keeps its place blank", () => {
  expect(shown(softkeyPages(["Undefined", "EndCall"], 4))).toEqual([["blank", "EndCall", "blank", "blank"]]);
});

test("a screen without softkeys has no pages, one with a single key shows them one by one", () => {
  expect(softkeyPages(["NewCall"], 0)).toEqual([]);
  expect(shown(softkeyPages(["Redial", "NewCall"], 1))).toEqual([["Redial"], ["NewCall"]]);
});

test("every key is on exactly one page, in the order of the layout", () => {
  const layouts = fc.uniqueArray(fc.constantFrom(...softkeyIds.filter((id) => id !== "Undefined")), {
    maxLength: 16,
  });
  fc.assert(
    fc.property(layouts, fc.integer({ min: 1, max: 8 }), (softkeys, softkeysOnScreen) => {
      const pages = softkeyPages(softkeys, softkeysOnScreen);
      const keys = pages.flat().flatMap((slot) => (slot.kind === "softkey" ? [slot] : []));
      expect(keys.map((slot) => slot.softkey)).toEqual(softkeys);
      expect(keys.map((slot) => slot.position)).toEqual(softkeys.map((_, position) => position));
      for (const page of pages) expect(page).toHaveLength(softkeysOnScreen);
    }),
  );
});
