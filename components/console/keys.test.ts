import { expect, test } from "vitest";
import { type KeyPress, matchesKeys, worksWhileTyping } from "@/components/console/keys";

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

test("Ctrl and Command both open the palette, the bare letter does not", () => {
  expect(matchesKeys(press("k", "KeyK", { ctrlKey: true }), "Ctrl+K")).toBe(true);
  expect(matchesKeys(press("k", "KeyK", { metaKey: true }), "Ctrl+K")).toBe(true);
  expect(matchesKeys(press("k", "KeyK"), "Ctrl+K")).toBe(false);
});

test("J and Ctrl+S work while a Korean input method writes Hangul", () => {
  expect(matchesKeys(press("ㅓ", "KeyJ"), "J")).toBe(true);
  expect(matchesKeys(press("ㄴ", "KeyS", { ctrlKey: true }), "Ctrl+S")).toBe(true);
});

test("a letter with Shift is not the letter without", () => {
  expect(matchesKeys(press("J", "KeyJ", { shiftKey: true }), "J")).toBe(false);
});

test("? is matched wherever the keyboard layout has it", () => {
  expect(matchesKeys(press("?", "Slash", { shiftKey: true }), "?")).toBe(true);
  expect(matchesKeys(press("?", "Minus", { shiftKey: true }), "?")).toBe(true);
});

test("keys that write a character leave text fields alone", () => {
  expect(["Ctrl+S", "Alt+ArrowUp", "J", "/"].map(worksWhileTyping)).toEqual([true, true, false, false]);
});

test("any of several keys matches", () => {
  expect(matchesKeys(press("F2", "F2"), "F1 F2")).toBe(true);
  expect(matchesKeys(press("#", "Digit3", { shiftKey: true }), "* #")).toBe(true);
  expect(matchesKeys(press("F3", "F3"), "F1 F2")).toBe(false);
});
