/** How much a piece holds: so many items, or fewer when they are large. */
export interface PieceSize<Item> {
  readonly items: number;
  /** The size of an item, and that from which on a piece is full. */
  readonly sizeOf?: (item: Item) => number;
  readonly size?: number;
}

/** The same items in pieces of a size; the last one may be smaller. */
export async function* inPieces<Item>(
  groups: AsyncIterable<readonly Item[]>,
  { items, sizeOf = () => 0, size = 1 }: PieceSize<Item>,
): AsyncGenerator<Item[]> {
  let piece: Item[] = [];
  let held = 0;
  for await (const group of groups) {
    for (const item of group) {
      piece.push(item);
      held += sizeOf(item);
      if (piece.length < items && held < size) continue;
      yield piece;
      piece = [];
      held = 0;
    }
  }
  if (piece.length > 0) yield piece;
}
