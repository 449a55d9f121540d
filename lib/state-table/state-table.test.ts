import { afterEach, describe, expect, test } from "vitest";
import { leads, type Row } from "@/lib/state-table/state-table";
import { holdsToTables, observers, type Taken, takeRow } from "@/lib/state-table/take-row";

type Light = "red" | "amber" | "green";
const goes: Row<Light, "time" | "button"> = {
  from: ["green"],
  on: ["time"],
  to: "amber",
  further: [{ from: ["red", "amber"], to: ["same", "green"] }],
};

describe("a row leads", () => {
  test.each<[from: Light, to: Light, does: boolean]>([
    ["green", "amber", true],
    ["green", "green", false],
    ["green", "red", false],
    ["red", "green", true],
    ["red", "red", true],
    ["amber", "red", false],
  ])("from %s to %s: %s", (from, to, does) => {
    expect(leads(goes, from, to)).toBe(does);
  });
});

describe("taking a row", () => {
  const taken: Taken[] = [];
  const observe = (row: Taken) => void taken.push(row);
  afterEach(() => observers.delete(observe));

  test("that does not lead there, or does not belong to the event, is a fault and is told to nobody", () => {
    observers.add(observe);
    const row = { table: "light", row: "goes", from: "green" } as const;
    expect(() => takeRow({ ...row, to: "red" }, { allowed: goes, event: "time" })).toThrow(
      "light: goes does not lead from green to red",
    );
    expect(() => takeRow({ ...row, to: "amber" }, { allowed: goes, event: "button" })).toThrow(
      "light: goes is not taken on button",
    );
    expect(taken).toEqual([]);
    takeRow({ ...row, to: "amber" }, { allowed: goes, event: "time" });
    expect(taken).toEqual([{ ...row, to: "amber" }]);
  });

  test("is looked at in tests", () => {
    expect(holdsToTables).toBe(true);
  });
});
