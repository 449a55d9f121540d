import { expect, test } from "vitest";
import { countOf, editAt, noEdits, withTexts } from "@/components/console/grid-edit/edits";

const stored = () => "Lobby";
const cell = (row: number, column: number, text: string) => ({ place: { row, column }, text });

test("a cell that gets what is stored is not changed any more, and the other cells of its row are", () => {
  const typed = withTexts(noEdits, [cell(1, 0, "North"), cell(1, 1, "East"), cell(2, 0, "Lobby")], stored);
  expect([countOf(typed), editAt(typed, { row: 1, column: 0 })]).toEqual([2, "North"]);
  const undone = withTexts(typed, [cell(1, 0, "Lobby")], stored);
  expect([countOf(undone), editAt(undone, { row: 1, column: 0 })]).toEqual([1, undefined]);
  expect(withTexts(undone, [cell(1, 1, "Lobby")], stored)).toEqual(noEdits);
  // What was typed before stays as it was, to go back to.
  expect(countOf(typed)).toBe(2);
});

test("a cell can be emptied", () => {
  const emptied = withTexts(noEdits, [cell(0, 0, "")], stored);
  expect(editAt(emptied, { row: 0, column: 0 })).toBe("");
});
