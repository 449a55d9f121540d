import { asTold } from "@/components/console/object/as-told";
import { choicesOf, type UpdateField } from "@/components/console/object/update-fields";
import type { ContentRules } from "@/lib/configuration/content-rules";
import { valueAt } from "@/lib/configuration/content-shape";
import { defused, undefused } from "@/lib/configuration/csv-cell";
import { csvCells, csvChange } from "@/lib/configuration/csv-row";
import { patchProblems } from "@/lib/configuration/patch-problems";
import type { Problem } from "@/lib/configuration/problem";

/** The words of the values that are chosen. */
export interface ValueWords {
  readonly choice: (path: string, id: string) => string;
  readonly flag: (isOn: boolean) => string;
  readonly none: string;
}

/** True for a field that has few values, each with words. */
export function hasFewValues({ control }: UpdateField): boolean {
  return control.control === "flag" || control.control === "choice";
}

/** True for a field whose values are chosen and not typed. */
export function isChosen(field: UpdateField): boolean {
  return hasFewValues(field) || field.control.control === "reference";
}

/** What is stored of a field, as it would be typed: a choice by its id, nothing as an empty text. */
export function storedText({ column }: UpdateField, object: unknown): string {
  return undefused(csvCells([column], object)[0] ?? "");
}

function wordsOf({ control }: UpdateField, id: string, words: ValueWords): string {
  return control.control === "flag" ? words.flag(id === "true") : words.choice(control.path, id);
}

/** The text of a cell as people read it. */
export function shownText(field: UpdateField, text: string, words: ValueWords): string {
  if (text === "") return isChosen(field) ? words.none : "";
  return hasFewValues(field) && choicesOf(field.control).includes(text) ? wordsOf(field, text, words) : text;
}

const alike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What a text that was pasted means: values are known by their words in the person's language, and as files have them. */
export function pastedText(field: UpdateField, text: string, words: ValueWords): string {
  if (isChosen(field) && field.canBeEmpty && alike(text, words.none)) return "";
  if (!hasFewValues(field)) return text;
  const ids = choicesOf(field.control);
  const known = ids.find((id) => alike(id, text)) ?? ids.find((id) => alike(wordsOf(field, id, words), text));
  if (known !== undefined) return known;
  const value = valueAt(fieldsOfTexts([field], [text]), field.column.path);
  return typeof value === "boolean" ? String(value) : text;
}

/** What is sent of cells: fields as in a change of an object. One that cannot be empty and is says nothing. */
export function fieldsOfTexts(
  fields: readonly UpdateField[],
  texts: readonly string[],
): Readonly<Record<string, unknown>> {
  return csvChange(
    fields.map(({ column }) => column),
    texts.map(defused),
    null,
  );
}

/** What is wrong with a cell by itself, by the rules with which a change of many begins; the server looks at the whole object. */
export function cellProblems<Content>(
  { shape, distinctive }: ContentRules<Content>,
  field: UpdateField,
  text: string,
): Problem[] {
  const problems = patchProblems(shape, fieldsOfTexts([field], [text]), distinctive);
  return problems.map((problem) => asTold(problem, field.control));
}
