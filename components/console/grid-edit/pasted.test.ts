import fc from "fast-check";
import { expect, test } from "vitest";
import { filledFrom, pastedLines } from "@/components/console/grid-edit/pasted";

test("a column of a spreadsheet is a cell a line, whatever its line breaks; a line of nothing is an empty cell", () => {
  expect(pastedLines("North\r\nSouth\r\n")).toEqual([["North"], ["South"]]);
  expect(pastedLines("North\n\nSouth")).toEqual([["North"], [""], ["South"]]);
});

test("two columns are separated by tabs; a cell with a tab or a line break is in quotation marks", () => {
  expect(pastedLines('North\tStandard User\n"a ""b""\tc"\t로비')).toEqual([
    ["North", "Standard User"],
    ['a "b"\tc', "로비"],
  ]);
});

test.each([
  ['Desk 5" wide\tx', [['Desk 5" wide', "x"]]],
  ['"Lobby\nHall', [['"Lobby'], ["Hall"]]],
  ["", []],
])("%j is pasted as it is", (text, lines) => expect(pastedLines(text)).toEqual(lines));

test("any text can be pasted, and lines without quotation marks come out as they went in", () => {
  fc.assert(fc.property(fc.string(), (text) => void pastedLines(text)));
  const cell = fc.stringMatching(/^[a-z가-힣 ]{1,9}$/);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 2 }), { minLength: 1 }), (lines) => {
      expect(pastedLines(lines.map((line) => line.join("\t")).join("\r\n"))).toEqual(lines);
    }),
  );
});

test("lines fill down from the cell; more of them than rows, and more cells than columns, are told and not lost", () => {
  const lines = [["a", "b", "c"], ["d"], [" e ", "f"]];
  const { cells, restLines, restColumns } = filledFrom({ row: 2, column: 1 }, lines, { rows: 4, columns: 2 });
  expect(cells).toEqual([
    { place: { row: 2, column: 1 }, text: "a" },
    { place: { row: 3, column: 1 }, text: "d" },
  ]);
  expect(restLines).toEqual([[" e ", "f"]]);
  expect(restColumns).toBe(2);
});
