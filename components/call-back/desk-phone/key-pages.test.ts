import { expect, test } from "vitest";
import { phoneKeyPages } from "@/components/call-back/desk-phone/key-pages";

const words = (pages: ReturnType<typeof phoneKeyPages>) =>
  pages.map((page) => page.map((key) => (key.kind === "press" ? key.key : key.kind)));

test("without a screen the keys are those of the call state, page by page", () => {
  expect(words(phoneKeyPages([], ["Redial", "NewCall"], 4))).toEqual([
    ["Redial", "NewCall", "blank", "blank"],
  ]);
  expect(words(phoneKeyPages([], ["Redial", "NewCall", "CFwdAll", "DND", "CallBack"], 4))).toEqual([
    ["Redial", "NewCall", "CFwdAll", "more"],
    ["DND", "CallBack", "blank", "more"],
  ]);
});

test("the keys of an open screen come first, and more leads to those of the call state", () => {
  expect(words(phoneKeyPages(["Dial", "Cancel", "Exit"], ["Redial", "NewCall"], 4))).toEqual([
    ["Dial", "Cancel", "Exit", "more"],
    ["Redial", "NewCall", "blank", "more"],
  ]);
  expect(words(phoneKeyPages(["Cancel", "Exit"], ["Redial"], 2))).toEqual([
    ["Cancel", "more"],
    ["Exit", "more"],
    ["Redial", "more"],
  ]);
});

test("a screen alone needs no more key, and a phone without softkeys has no pages", () => {
  expect(words(phoneKeyPages(["Exit"], [], 4))).toEqual([["Exit", "blank", "blank", "blank"]]);
  expect(phoneKeyPages([], [], 0)).toEqual([]);
});
