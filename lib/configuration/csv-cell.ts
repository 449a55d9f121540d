// A spreadsheet takes a cell that begins with one of these for a formula; an apostrophe in front makes it text.
const dangerous = /^'*[=+\-@\t\r]/;
const defusedText = /^'+[=+\-@\t\r]/;

/** The text as it is written into a cell: one that a spreadsheet would take for a formula gets an apostrophe in front. */
export function defused(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text that a cell means: the opposite of `defused`, for every text. */
export function undefused(cell: string): string {
  return defusedText.test(cell) ? cell.slice(1) : cell;
}
