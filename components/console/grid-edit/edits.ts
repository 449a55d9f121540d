import type { Place } from "@/components/console/grid-edit/place";

/** The cells that differ from what is stored, by row and column, as they are typed. */
export type Edits = ReadonlyMap<number, ReadonlyMap<number, string>>;

export const noEdits: Edits = new Map();

/** The text of a changed cell; undefined where it is as it is stored. */
export function editAt(edits: Edits, { row, column }: Place): string | undefined {
  return edits.get(row)?.get(column);
}

/**
 * The edits with other texts in cells. A cell that gets what is stored is not changed any more.
 * @param storedAt what is stored, as it would be typed
 */
export function withTexts(
  edits: Edits,
  cells: readonly { readonly place: Place; readonly text: string }[],
  storedAt: (place: Place) => string,
): Edits {
  const next = new Map(edits);
  for (const { place, text } of cells) {
    const columns = new Map(next.get(place.row));
    if (text === storedAt(place)) columns.delete(place.column);
    else columns.set(place.column, text);
    if (columns.size === 0) next.delete(place.row);
    else next.set(place.row, columns);
  }
  return next;
}

/** How many cells are changed. */
export function countOf(edits: Edits): number {
  return [...edits.values()].reduce((sum, columns) => sum + columns.size, 0);
}
