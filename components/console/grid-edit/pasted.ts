import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { GridSize, Place } from "@/components/console/grid-edit/place";

/**
 * The cells of a text as spreadsheets put it on the clipboard: lines of cells that tabs separate, a cell with a tab, a line
 * break or a quotation mark in it within quotation marks. A text that has quotation marks otherwise is taken as it is.
 */
export function pastedLines(text: string): string[][] {
  try {
    return parse(text, { delimiter: "\t", relax_quotes: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.at(-1) === "") lines.pop();
    return lines.map((line) => line.split("\t"));
  }
}

/** What becomes of cells that are pasted. */
export interface Filling {
  readonly cells: readonly { readonly place: Place; readonly text: string }[];
  /** Lines for which there is no row below, as they were pasted. */
  readonly restLines: readonly (readonly string[])[];
  /** How many cells of a line, at most, have no column. */
  readonly restColumns: number;
}

/** Fills lines of cells down from a cell, as far as there are rows and columns. */
export function filledFrom(
  { row, column }: Place,
  lines: readonly (readonly string[])[],
  size: GridSize,
): Filling {
  const room = { rows: size.rows - row, columns: size.columns - column };
  const cells = lines.slice(0, room.rows).flatMap((line, down) =>
    line.slice(0, room.columns).map((text, right) => ({
      place: { row: row + down, column: column + right },
      text: text.trim(),
    })),
  );
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return {
    cells,
    restLines: lines.slice(room.rows),
    restColumns: Math.max(0, widest - room.columns),
  };
}
