import type { Problem } from "@/lib/configuration/problem";
import { BadEncoding, decodeText } from "@/lib/csv/decode";
import { type CsvRow, readRows } from "@/lib/csv/read-rows";
import { type FileProblem, fileProblem } from "@/lib/unified-cm/file-problem";

/** One row of a table: its number as a spreadsheet counts, and its cells or why it cannot be read. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem?: FileProblem;
}

/** A row has some 4,200 columns when a phone has 49 lines, and settings of a product in one of them. */
const longestRow = 2_000_000;

function problemOf(row: number, { code, params }: Problem): FileProblem {
  if (code === "rowTooLong") return fileProblem(row, "tooLong", { ...params });
  return fileProblem(row, "quoteOpen");
}

/** What is known of a text when it has been read to its end. */
interface Ending {
  isWhole: boolean;
}

/** @throws BadEncoding at a NUL: what has one is no text, or UTF-16 without its mark */
async function* watched(texts: AsyncIterable<string>, ending: Ending): AsyncGenerator<string> {
  for await (const text of texts) {
    const nul = text.indexOf("\0");
    if (nul >= 0) {
      yield text.slice(0, nul);
      throw new BadEncoding("utf-8", false, "NUL");
    }
    if (text !== "") ending.isWhole = /[\r\n]$/.test(text);
    yield text;
  }
}

/** The rows, each blank stretch between them told as one problem. */
function withBlankLines(rows: readonly CsvRow[], last: number): TableRow[] {
  let before = last;
  return rows.flatMap(({ row, cells, problem }) => {
    const count = row - before - 1;
    const blank = { row: before + 1, cells: [], problem: fileProblem(before + 1, "blankLine", { count }) };
    before = row;
    const read: TableRow = problem ? { row, cells, problem: problemOf(row, problem) } : { row, cells };
    return count > 0 ? [blank, read] : [read];
  });
}

/** The last row: where the file ends within it, that is what is wrong with it. */
function lastRow(last: TableRow, width: number, { isWhole }: Ending): TableRow {
  const isShort = last.problem?.code === "quoteOpen" || (!last.problem && last.cells.length < width);
  return isShort && !isWhole ? { ...last, problem: fileProblem(last.row, "cutOff") } : last;
}

/**
 * The rows of a table as it arrives, some at a time, the row of column names first; whatever the bytes are, nothing is
 * thrown but what the source throws. Memory is bounded by the longest row, time is linear.
 */
export async function* readTable(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow[]> {
  const ending: Ending = { isWhole: true };
  let held: TableRow | undefined;
  let width = 0;
  try {
    for await (const group of readRows(watched(decodeText(bytes), ending), longestRow)) {
      width ||= group[0]?.cells.length ?? 0;
      const rows = withBlankLines(group, held?.row ?? 0);
      const next = rows.pop();
      if (held) rows.unshift(held);
      held = next;
      if (rows.length > 0) yield rows;
    }
    if (held) yield [lastRow(held, width, ending)];
  } catch (error) {
    if (!(error instanceof BadEncoding)) throw error;
    const row = (held?.row ?? 0) + 1;
    const { encoding, isCutOff } = error;
    const problem = isCutOff
      ? fileProblem(row, "cutOff")
      : fileProblem(row, "badEncoding", { encoding: encoding.toUpperCase().replace(/(?<=16).*/, "") });
    yield [...(held ? [held] : []), { row, cells: [], problem }];
  }
}
