import { expect, test } from "vitest";
import { countRows, type Drawing, drawTable } from "@/lib/state-table/draw";

type Light = "off" | "red" | "amber" | "green";
const light: Drawing<Light> = {
  rows: {
    starts: { from: ["off"], on: ["power"], to: "red" },
    goes: { from: ["red"], on: ["time"], to: ["green", "same"] },
    stops: { from: ["green"], on: ["time"], to: "amber", further: [{ from: ["amber"], to: "red" }] },
    hurries: { from: ["green"], on: ["button"], to: "amber" },
    breaks: { from: ["red", "amber", "green"], on: ["fault"], to: "off" },
  },
  none: "off",
  groups: { lit: ["red", "amber", "green"] },
};

test("a table is drawn with an arrow for each pair of states, and the rows that take it", () => {
  expect(drawTable(light).split("\n")).toEqual([
    "```mermaid",
    "stateDiagram-v2",
    '  state "lit" as litState',
    "  [*] --> red: starts",
    "  red --> green: goes",
    "  green --> amber: stops<br/>hurries",
    "  amber --> red: stops",
    "  litState --> [*]: breaks",
    "```",
  ]);
});

test("how often tests have taken a row is drawn into it, and which one never", () => {
  const row = { table: "light", from: "green" };
  const countOf = countRows(
    [
      { ...row, row: "stops", to: "amber", count: 2 },
      { ...row, row: "stops", to: "amber", count: 3 },
      { ...row, row: "breaks", to: "off", count: 1 },
      { ...row, row: "breaks", from: "red", to: "off", count: 1 },
      { ...row, table: "other", row: "hurries", to: "amber", count: 9 },
    ],
    "light",
  );
  const drawn = drawTable(light, countOf);
  expect(drawn).toContain("green --> amber: stops 5×<br/>hurries never");
  expect(drawn).toContain("litState --> [*]: breaks 2×");
  expect(drawn).toContain("red --> green: goes never");
});
