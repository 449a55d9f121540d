import { echo } from "@/lib/configuration/problem";
import type { NamedKind } from "@/lib/unified-cm/file-phone";
import { type FileProblem, type FileProblemCode, fileProblem } from "@/lib/unified-cm/file-problem";

/** What is stored in another form than the file has it. The texts are in `lib/i18n/<locale>/unified-cm.json`. */
export const adaptedCodes = [
  /** White space at the ends is gone, characters are composed. */
  "tidied",
  /** The backslash before the plus of a number is gone. */
  "backslash",
  /** The apostrophe is gone that a spreadsheet program puts before what it would compute. */
  "apostrophe",
  /** A MAC address became the name of a device, or its letters capitals. */
  "deviceName",
  /** A password was dropped; the example is its heading. */
  "secretDropped",
  /** Fields of a line without a number are gone. */
  "lineWithoutNumber",
] as const;
export type AdaptedCode = (typeof adaptedCodes)[number];

/** Things of Unified CM that there are not here: they are listed, and what has them is read without them. */
export const notModelledKinds = ["directoryNumberPattern", "expansionModule"] as const;
export type NotModelledKind = (typeof notModelledKinds)[number];

/** What is noted while a row is read; `column` is the heading of the cell at hand. */
export interface Notes {
  readonly row: number;
  column: string | null;
  readonly problems: FileProblem[];
  readonly adapted: { readonly code: AdaptedCode; readonly example: string }[];
  readonly names: { readonly kind: NamedKind; readonly name: string }[];
  readonly notModelled: { readonly kind: NotModelledKind; readonly name: string }[];
}

export function newNotes(row: number): Notes {
  return { row, column: null, problems: [], adapted: [], names: [], notModelled: [] };
}

/** Notes a problem of the cell at hand. */
export function noteProblem(notes: Notes, code: FileProblemCode, params: FileProblem["params"]): void {
  notes.problems.push(fileProblem(notes.row, code, params, notes.column));
}

/** What an unknown value is told by: an empty one is missing. */
export function unknownValueParams(value: string, accepted: string): FileProblem["params"] {
  return { value: echo(value), isMissing: value.trim() === "" ? "yes" : "no", accepted };
}

/** Notes that the cell at hand is none of what it can be. */
export function noteUnknown(notes: Notes, value: string, accepted: string): void {
  noteProblem(notes, "unknownValue", unknownValueParams(value, accepted));
}
