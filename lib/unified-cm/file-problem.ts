/** What can be wrong with a file of Unified CM. The texts are in `lib/i18n/<locale>/unified-cm.json`. */
export const fileProblemCodes = [
  "notRecognised",
  "blankLine",
  "cellCount",
  "quoteOpen",
  "columnTwice",
  "deviceTwice",
  "unknownValue",
  "tooLong",
  "forbiddenCharacters",
  "badEncoding",
  "cutOff",
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];

/**
 * One objection to a file: the row of the sheet (the header is 1; of XML, the line) or null for the whole file, the
 * heading of its column or null, and the values that its text names.
 */
export interface FileProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: FileProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A problem of a row, or of the file when `row` is null. */
export function fileProblem(
  row: number | null,
  code: FileProblemCode,
  params: FileProblem["params"] = {},
  column: string | null = null,
): FileProblem {
  return { row, column, code, params };
}
