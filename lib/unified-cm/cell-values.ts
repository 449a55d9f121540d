import { undefused } from "@/lib/configuration/csv-cell";
import { flagOf } from "@/lib/configuration/csv-row";
import { echo } from "@/lib/configuration/problem";
import { forbiddenCharacters, normalizeText } from "@/lib/configuration/text-rules";
import type { NamedKind } from "@/lib/unified-cm/file-phone";
import { type Notes, noteProblem, noteUnknown } from "@/lib/unified-cm/notes";

/** The most characters of a cell, whatever it means. */
export const longestCell = 10_000;

const controlCharacter = /\p{Cc}/u;

/** An example for a note: short, and what was before an arrow. */
function noteAdapted(
  notes: Notes,
  code: "tidied" | "backslash" | "apostrophe",
  cell: string,
  text: string,
): void {
  notes.adapted.push({ code, example: `${echo(cell)} → ${echo(text)}` });
}

function unknown(notes: Notes, value: string, accepted: string): undefined {
  noteUnknown(notes, value, accepted);
}

/** Notes a text that is longer than its field. */
function isTooLong(text: string, limit: number, notes: Notes): boolean {
  // Code units first: a text is never longer in characters.
  if (text.length <= limit) return false;
  const length = Array.from(text).length;
  if (length > limit) noteProblem(notes, "tooLong", { limit, length });
  return length > limit;
}

function forbidden(characters: readonly string[], notes: Notes): undefined {
  noteProblem(notes, "forbiddenCharacters", { characters: characters.join(" ") });
}

/** A text of at most `limit` characters without control characters; undefined, and a problem, where it is none. */
export function textOf(cell: string, limit: number, notes: Notes): string | undefined {
  if (isTooLong(cell, longestCell, notes)) return undefined;
  const text = normalizeText(cell);
  const control = controlCharacter.exec(text)?.[0];
  if (control !== undefined) {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return forbidden([`U+${code}`], notes);
  }
  if (isTooLong(text, limit, notes)) return undefined;
  if (text !== cell) noteAdapted(notes, "tidied", cell, text);
  return text;
}

/** A name: a text without the characters that Unified CM refuses in names. */
export function nameOf(cell: string, limit: number, notes: Notes): string | undefined {
  const name = textOf(cell, limit, notes);
  const refused = name === undefined ? [] : forbiddenCharacters.filter((one) => name.includes(one));
  return refused.length > 0 ? forbidden(refused, notes) : name;
}

/** The name of another object, noted as named; null where the cell is empty. */
export function referenceOf(
  cell: string,
  kind: NamedKind,
  limit: number,
  notes: Notes,
): string | null | undefined {
  if (cell === "") return null;
  const name = nameOf(cell, limit, notes);
  if (name === "") return null;
  if (name !== undefined) notes.names.push({ kind, name });
  return name;
}

/** `t` or `f`, and as people write them; empty is false. */
export function flagValueOf(cell: string, notes: Notes): boolean | undefined {
  if (cell.trim() === "") return false;
  return flagOf(cell) ?? unknown(notes, cell, "t, f");
}

/** A whole number in a range; an empty cell says nothing. */
export function numberOf(cell: string, least: number, most: number, notes: Notes): number | undefined {
  const text = cell.trim();
  if (text === "") return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : unknown(notes, cell, `${least}–${most}`);
}

/** One of some words, whatever its letter case; an empty cell says nothing. */
export function choiceOf<Choice extends string>(
  cell: string,
  choices: readonly Choice[],
  notes: Notes,
): Choice | undefined {
  const text = cell.trim().toLowerCase();
  if (text === "") return undefined;
  return choices.find((choice) => choice.toLowerCase() === text) ?? unknown(notes, cell, choices.join(", "));
}

const dialled = /^\+?[0-9A-D*#]+$/;
/** What a number of Unified CM can have besides: places for several digits. */
const pattern = /^\+?[0-9A-D*#X!?.+[\]^-]+$/;

/** A number as it is stored here, and whether it stands for several; null where the cell is empty. */
export function digitsOf(
  cell: string,
  limit: number,
  notes: Notes,
): { readonly number: string; readonly isPattern: boolean } | null | undefined {
  if (cell === "") return null;
  if (isTooLong(cell, longestCell, notes)) return undefined;
  const typed = undefused(cell);
  if (typed !== cell) noteAdapted(notes, "apostrophe", cell, typed);
  const trimmed = typed.trim();
  const number = trimmed.replaceAll("\\+", "+").toUpperCase();
  if (number === "") return null;
  if (isTooLong(number, limit, notes)) return undefined;
  const isPattern = !dialled.test(number);
  if (isPattern && !pattern.test(number)) return unknown(notes, cell, "0–9 A–D * # +");
  if (trimmed.includes("\\")) noteAdapted(notes, "backslash", trimmed, number);
  return { number, isPattern };
}
