import { parse } from "csv-parse/sync";
import type { Problem } from "@/lib/configuration/problem";
import { type RowText, splitRows } from "@/lib/csv/split";

/** One row: its number as a spreadsheet counts, and its cells or why it cannot be read. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem?: Problem;
}

/** The most characters of a row, where nothing else is said. */
export const longestRow = 100_000;

const delimiters = [",", ";", "\t"] as const;

/** What divides the cells, by the row of column names: spreadsheets of some countries write semicolons. */
function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return delimiters.reduce((most, other) => (count(other) > count(most) ? other : most));
}

function problemOf({ text, isOpen }: RowText, limit: number): Problem | undefined {
  if (text.length > limit) return { path: [], code: "rowTooLong", params: { limit } };
  return isOpen ? { path: [], code: "quoteNotClosed" } : undefined;
}

function parseTexts(texts: readonly string[], delimiter: string): string[][] | null {
  try {
    const rows = parse(texts.join("\n"), { delimiter, relax_column_count: true });
    return rows.length === texts.length ? rows : null;
  } catch {
    return null;
  }
}

/** The cells of rows that can be read; each row by itself when they cannot all be read at once. */
function cellsOf(rows: readonly RowText[], delimiter: string): (string[] | null)[] {
  const together = parseTexts(
    rows.map(({ text }) => text),
    delimiter,
  );
  return together ?? rows.map(({ text }) => parseTexts([text], delimiter)?.[0] ?? null);
}

const isBlank = ({ text }: RowText) => text.trim() === "";

/**
 * The rows of a CSV text (RFC 4180), some at a time, the row of column names first. Blank rows are left out but
 * counted. A row that cannot be read has a problem and no cells; the rows after it are read.
 * @param limit the most characters of a row
 */
export async function* readRows(
  texts: AsyncIterable<string>,
  limit: number = longestRow,
): AsyncGenerator<CsvRow[]> {
  let counted = 0;
  let delimiter: string | undefined;
  for await (const group of splitRows(texts, limit)) {
    const numbered = group.map((row, index) => ({ ...row, row: counted + index + 1 }));
    counted += group.length;
    const filled = numbered.filter((row) => !isBlank(row));
    delimiter ??= filled[0] && delimiterOf(filled[0].text);
    if (delimiter === undefined) continue;
    const readable = filled.filter((row) => !problemOf(row, limit));
    const cells = cellsOf(readable, delimiter);
    const found = new Map(readable.map(({ row }, index) => [row, cells[index] ?? null]));
    const rows = filled.flatMap((text): CsvRow[] => {
      const own = found.get(text.row);
      if (own) return own.every((cell) => cell.trim() === "") ? [] : [{ row: text.row, cells: own }];
      return [
        { row: text.row, cells: [], problem: problemOf(text, limit) ?? { path: [], code: "badQuote" } },
      ];
    });
    if (rows.length > 0) yield rows;
  }
}
