/** The same items in pieces of a length; the last one may be shorter. */
export async function* inPieces<Item>(
  groups: AsyncIterable<readonly Item[]>,
  length: number,
): AsyncGenerator<Item[]> {
  let piece: Item[] = [];
  for await (const group of groups) {
    for (const item of group) {
      piece.push(item);
      if (piece.length < length) continue;
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}
