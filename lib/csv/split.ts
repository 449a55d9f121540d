/** The text of one row, with line breaks where a quoted cell has them; or of a line whose quotation mark never closes. */
export interface RowText {
  readonly text: string;
  readonly isOpen: boolean;
}

const quotes = (text: string) => text.split('"').length - 1;

/** Lines of text, whatever ends them: CR LF, LF or CR. Of a line that is too long there is the beginning. */
async function* linesOf(texts: AsyncIterable<string>, longestRow: number): AsyncGenerator<string[]> {
  let rest = "";
  let isCut = false;
  for await (const text of texts) {
    // What was seen is not looked at again: whoever sends a long line byte by byte would have it read as often. Of a
    // line that is too long the beginning is enough to say so.
    if (!/[\r\n]/.test(text) && !isCut) {
      if (rest.length <= longestRow) rest += text;
      continue;
    }
    rest += text;
    isCut = rest.endsWith("\r");
    // A CR at the end may be the first half of a line break.
    const cut = isCut ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, cut).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + rest.slice(cut);
    if (lines.length > 0) yield lines;
  }
  if (rest !== "") yield rest.split(/\r\n|\n|\r/).filter((line, index) => index === 0 || line !== "");
}

/**
 * The rows of a file, some at a time. A quoted cell may have line breaks: a row goes on while its quotation marks are
 * odd in number. Where one is missing, its line stands alone, and the next one begins a row again.
 * @param longestRow characters; longer rows are cut off by a quotation mark that is missing
 */
export async function* splitRows(
  texts: AsyncIterable<string>,
  longestRow: number,
): AsyncGenerator<RowText[]> {
  let open: string[] = [];
  let length = 0;
  const take = (line: string, rows: RowText[]): void => {
    open.push(line);
    length += line.length + 1;
    if (quotes(line) % 2 === 0 && open.length > 1 && length <= longestRow) return;
    if (quotes(line) % 2 === 1 && open.length === 1 && length <= longestRow) return;
    if (length <= longestRow) {
      rows.push({ text: open.join("\n"), isOpen: false });
      open = [];
      length = 0;
      return;
    }
    release(rows);
  };
  /** Gives up the row that is open: its first line stands alone, the others are looked at again. */
  const release = (rows: RowText[]): void => {
    const [first = "", ...others] = open;
    rows.push({ text: first, isOpen: true });
    open = [];
    length = 0;
    for (const line of others) take(line, rows);
  };
  for await (const lines of linesOf(texts, longestRow)) {
    const rows: RowText[] = [];
    for (const line of lines) take(line, rows);
    if (rows.length > 0) yield rows;
  }
  const rows: RowText[] = [];
  while (open.length > 0) release(rows);
  if (rows.length > 0) yield rows;
}
