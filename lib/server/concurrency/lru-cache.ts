import QuickLRU from "quick-lru";

/**
 * The values that were used last, by their keys. It needs no room before there is something in it, so that one can be made
 * for a single transaction.
 */
export class LruCache<Key, Value> extends QuickLRU<Key, Value> {
  /** @param most so many values are kept at most; the half of them that was used last is never dropped */
  constructor(most: number) {
    // The library keeps a generation in use and the one before it.
    super({ maxSize: Math.ceil(most / 2) });
  }
}
