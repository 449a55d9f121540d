import {
  addIndexed,
  type IndexedEdit,
  moveIndexed,
  removeIndexed,
} from "@/lib/configuration/indexed-list-edit";
import { checkLines, type PhoneLine } from "@/lib/configuration/phone-lines";
import type { Problem } from "@/lib/configuration/problem";

/** The lines after a step of the editor, or why it is refused. */
export type LinesEdit =
  | { readonly ok: true; readonly lines: readonly PhoneLine[] }
  | { readonly ok: false; readonly problem: Problem };

/** A step is refused for what it makes wrong, not for what was wrong before it. */
function checked(before: readonly PhoneLine[], edit: IndexedEdit<PhoneLine>): LinesEdit {
  if (!edit.ok) return { ok: false, problem: { ...edit.problem, path: ["lines", ...edit.problem.path] } };
  const problem = checkLines(edit.items)[checkLines(before).length];
  return problem ? { ok: false, problem } : { ok: true, lines: edit.items };
}

/** Adds a line with the lowest index that is free. */
export function addLine(lines: readonly PhoneLine[], line: Omit<PhoneLine, "index">): LinesEdit {
  return checked(lines, addIndexed(lines, line));
}

/** Takes a line off. */
export function removeLine(lines: readonly PhoneLine[], index: number): LinesEdit {
  return checked(lines, removeIndexed(lines, index));
}

/** Puts a line on another Line button; a line that is there goes to the first one's. */
export function moveLine(lines: readonly PhoneLine[], from: number, to: number): LinesEdit {
  return checked(lines, moveIndexed(lines, from, to));
}
