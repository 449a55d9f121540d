import type { Declaration } from "@/lib/configuration/content-rules";
import { csvColumns, isCsvColumn } from "@/lib/configuration/csv-columns";
import { columnLabel } from "@/lib/i18n/column-label";
import type { Translate } from "@/lib/i18n/translate";

const inBrackets = /\[(?<column>[^[\]]+)\]$/;

/** Labels are found in any letter case. */
const folded = (text: string) => text.normalize("NFC").trim().toLowerCase();

/**
 * Reads the headings of a file: the name of a column, its label in one of the languages, or both as an export writes them. What is none
 * of these, or the label of two columns, stays as it is written; whoever reads the first row says so.
 * @param translators of the languages whose labels are understood
 */
export function columnOfHeading(
  { kind, shape }: Declaration,
  translators: readonly Translate[],
): (heading: string) => string {
  const columns = new Map<string, string | null>();
  for (const { name } of csvColumns(shape)) {
    for (const label of new Set(translators.map((translate) => folded(columnLabel(translate, kind, name))))) {
      columns.set(label, columns.has(label) ? null : name);
    }
  }
  return (heading) => {
    const written = heading.trim();
    const { column = written } = inBrackets.exec(written)?.groups ?? {};
    if (isCsvColumn(shape, column)) return column;
    return columns.get(folded(written)) ?? itemOfHeading(columns, written) ?? written;
  };
}

/** The column of an item of a list: labels are known of the first item, the heading has the number of its own. */
function itemOfHeading(columns: ReadonlyMap<string, string | null>, heading: string): string | undefined {
  const [number] = /[1-9]\d{0,3}/.exec(heading) ?? [];
  if (number === undefined) return undefined;
  const first = columns.get(folded(heading.replace(number, "1")));
  return first?.replace(/\.1(?=\.|$)/, `.${number}`);
}
