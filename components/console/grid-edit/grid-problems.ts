import { cellProblems } from "@/components/console/grid-edit/cells";
import { type Edits, noEdits } from "@/components/console/grid-edit/edits";
import { isAt } from "@/components/console/object/object-values";
import type { UpdateField } from "@/components/console/object/update-fields";
import type { StoredObject } from "@/lib/client/configuration";
import type { ContentRules } from "@/lib/configuration/content-rules";
import type { Problem } from "@/lib/configuration/problem";

/** A row of the grid: the object as its cells began, and as it is now where somebody else has changed it since. */
export interface GridRow {
  readonly item: StoredObject;
  readonly changed: StoredObject | null;
}

/** What is wrong in a row: with its cells, and with the object besides. */
export interface RowProblems {
  readonly cells: ReadonlyMap<number, Problem>;
  readonly others: readonly Problem[];
}

/** What the server objected to, and what was sent: it counts until that is something else. */
export interface Refused {
  readonly rows: ReadonlyMap<number, readonly Problem[]>;
  readonly edits: Edits;
  readonly items: readonly StoredObject[];
}

export const nothingRefused: Refused = { rows: new Map(), edits: noEdits, items: [] };

const sameTexts = (one: Edits, other: Edits, row: number) =>
  JSON.stringify([...(one.get(row) ?? [])]) === JSON.stringify([...(other.get(row) ?? [])]);

/** What is wrong with changed cells and their rows: by the rules of the kind, and by what the server said of the same. */
export function gridProblems<Content>(
  rules: ContentRules<Content>,
  fields: readonly UpdateField[],
  rows: readonly GridRow[],
  edits: Edits,
  refused: Refused,
): ReadonlyMap<number, RowProblems> {
  const found = new Map<number, RowProblems>();
  for (const [row, columns] of edits) {
    const cells = new Map<number, Problem>();
    const item = rows[row]?.item;
    const isAsSent =
      item !== undefined && refused.items[row] === item && sameTexts(edits, refused.edits, row);
    const told = isAsSent ? (refused.rows.get(row) ?? []) : [];
    for (const [column, text] of columns) {
      const field = fields[column];
      const [problem] = field ? cellProblems(rules, field, text) : [];
      const refusal = field && told.find(({ path }) => isAt(field.column.name, path));
      const shown = problem ?? refusal;
      if (shown) cells.set(column, shown);
    }
    const others = told.filter(({ path }) => !fields.some(({ column }) => isAt(column.name, path)));
    if (cells.size > 0 || others.length > 0) found.set(row, { cells, others });
  }
  return found;
}
