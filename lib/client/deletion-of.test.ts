import { expect, test } from "vitest";
import { isDeletionOf } from "@/lib/client/deletion-of";

const shown = { version: 3, updatedAt: "2026-11-30T10:00:00.000Z" };
const change = { number: 4, action: "deleted", at: "2026-11-30T11:00:00.000Z" };

test("an object was deleted by whoever did after it was as it is shown, in whatever version by then", () => {
  expect(isDeletionOf(shown, change)).toBe(true);
  expect(isDeletionOf(shown, { ...change, number: 9 })).toBe(true);
});

test("neither the deletion of an earlier or a later object of the name counts, nor another change", () => {
  expect(isDeletionOf(shown, { ...change, at: "2026-11-30T09:00:00.000Z" })).toBe(false);
  expect(isDeletionOf(shown, { ...change, number: 2 })).toBe(false);
  expect(isDeletionOf(shown, { ...change, action: "updated" })).toBe(false);
});
