/** A cell of a grid, both counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns a grid has, at least one of each. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** The part of a keyboard event that moves the focus. */
type MoveKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">;

/** Rows that Page Up and Page Down pass. */
const rowsOfLeap = 10;

/** True when both are the same cell. */
export function samePlace(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}

function within({ row, column }: Place, { rows, columns }: GridSize): Place {
  return {
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  };
}

/** Where Tab leads: through the cells as they are read; null beyond the first and the last, so that it leaves the grid. */
export function tabbed({ row, column }: Place, size: GridSize, step: 1 | -1): Place | null {
  const at = row * size.columns + column + step;
  if (at < 0 || at >= size.rows * size.columns) return null;
  return { row: Math.floor(at / size.columns), column: at % size.columns };
}

/**
 * Where a key leads from a cell, as in spreadsheets: arrows (with Ctrl to the edge), Home, End, Page Up and Down, Tab.
 * @returns null for every other key, and for Tab out of the grid
 */
export function moved(
  from: Place,
  { key, ctrlKey, metaKey, shiftKey }: MoveKey,
  size: GridSize,
): Place | null {
  const { row, column } = from;
  const isFar = ctrlKey || metaKey;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case "ArrowUp":
      return within({ row: isFar ? 0 : row - 1, column }, size);
    case "ArrowDown":
      return within({ row: isFar ? lastRow : row + 1, column }, size);
    case "ArrowLeft":
      return within({ row, column: isFar ? 0 : column - 1 }, size);
    case "ArrowRight":
      return within({ row, column: isFar ? lastColumn : column + 1 }, size);
    case "Home":
      return { row: isFar ? 0 : row, column: 0 };
    case "End":
      return { row: isFar ? lastRow : row, column: lastColumn };
    case "PageUp":
      return within({ row: row - rowsOfLeap, column }, size);
    case "PageDown":
      return within({ row: row + rowsOfLeap, column }, size);
    case "Tab":
      return tabbed(from, size, shiftKey ? -1 : 1);
    default:
      return null;
  }
}
