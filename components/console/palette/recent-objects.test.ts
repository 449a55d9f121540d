import { expect, test } from "vitest";
import { readRecent, withoutRecent, withRecent } from "@/components/console/palette/recent-objects";

const phone = (name: string) => ({ kind: "phone" as const, name, partition: null });
const number = (name: string, partition: string | null) => ({
  kind: "directoryNumber" as const,
  name,
  partition,
});

test("the object that was opened last comes first, and each is there once", () => {
  const opened = [phone("A"), phone("B"), phone("A")];
  const recent = opened.reduce<ReturnType<typeof phone>[]>(
    (objects, object) => withRecent(objects, object) as typeof objects,
    [],
  );
  expect(recent.map(({ name }) => name)).toEqual(["A", "B"]);
});

test("of more than twelve the oldest go", () => {
  const recent = Array.from({ length: 20 }, (_, index) => `${index}`).reduce(
    (objects, name) => withRecent(objects, phone(name)),
    readRecent(null),
  );
  expect(recent.map(({ name }) => name).slice(0, 2)).toEqual(["19", "18"]);
  expect(recent).toHaveLength(12);
});

test("one that is gone is taken away, and the same number in another partition stays", () => {
  const recent = [number("2001", "Staff"), number("2001", null)];
  expect(withoutRecent(recent, number("2001", null))).toEqual([number("2001", "Staff")]);
});

test("what was stored is read again, and what is not an object of ours is left out", () => {
  const stored = [
    phone("A"),
    { kind: "constructor", name: "x", partition: null },
    7,
    null,
    { kind: "phone" },
  ];
  expect(readRecent(JSON.stringify(stored))).toEqual([phone("A")]);
  for (const text of ["", "{", "{}", "null", "7"]) expect(readRecent(text)).toEqual([]);
});
