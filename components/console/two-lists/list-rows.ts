import type { Said } from "@/components/console/said-line";

/** The two lists: what can be selected, and what is. */
export type ListId = "unselected" | "selected";

/** A row of one of the two lists. The key stays the same while the row moves, so that focus stays with it. */
export type ListRow = {
  key: string;
  text: string;
  /** What its drag handle calls it; the text unless given. */
  shortText?: string;
  /** A mark behind the text, such as that it cannot be removed. */
  mark?: string | undefined;
};

/** The row that is to get the focus; a new object each time. */
export type FocusWish = { list: ListId; key: string };

/** What two lists with arrows between them show and do. Positions count from 0. */
export interface ListsEditor {
  readonly unselected: readonly ListRow[];
  readonly selected: readonly ListRow[];
  readonly cursor: Readonly<Record<ListId, string | null>>;
  readonly setCursor: (list: ListId, key: string) => void;
  readonly focusWish: FocusWish | null;
  readonly said: Said | null;
  /** Selects a row at a position, or at the end. */
  readonly add: (key: string, position?: number, takesFocus?: boolean) => void;
  readonly remove: (position: number, takesFocus?: boolean) => void;
  readonly move: (from: number, to: number, takesFocus?: boolean) => void;
}

/** The place in a list, from 0, at which a row arrives that is dropped before or after the row `over`. */
export function dropPosition(
  rows: readonly { readonly key: string }[],
  over: { key: unknown; dropPosition: string },
  dragged?: number,
): number {
  const at = rows.findIndex(({ key }) => key === over.key);
  const place = over.dropPosition === "after" ? at + 1 : at;
  // The dragged row leaves its own place first, so what was behind it moves up.
  return dragged !== undefined && dragged < place ? place - 1 : place;
}
