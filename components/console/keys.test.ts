import { expect, test } from "vitest";
import { beginsKeys, type KeyPress, matchesKeys, worksWhileTyping } from "@/components/console/keys";

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

test("G, then P matches only as two keys in this order, and also with Hangul", () => {
  const g = press("g", "KeyG");
  const p = press("p", "KeyP");
  expect(beginsKeys(g, "G>P")).toBe(true);
  expect(beginsKeys(p, "G>P")).toBe(false);
  expect(beginsKeys(g, "G")).toBe(false);
  expect(matchesKeys(p, "G>P", g)).toBe(true);
  expect(matchesKeys(press("ㅔ", "KeyP"), "G>P", press("ㅎ", "KeyG"))).toBe(true);
  expect(matchesKeys(p, "G>P")).toBe(false);
  expect(matchesKeys(g, "G>P", p)).toBe(false);
});

test("a key that follows G is not the key by itself", () => {
  const g = press("g", "KeyG");
  expect(matchesKeys(press("n", "KeyN"), "N", g)).toBe(false);
  expect(matchesKeys(press("n", "KeyN"), "N")).toBe(true);
});
