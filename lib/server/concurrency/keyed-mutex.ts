import { Mutex } from "async-mutex";

/** Exclusion by key: work with the same key is done one after the other, and keys do not wait for each other. */
export class KeyedMutex {
  /** Only of keys that have work, so that there are never more than work that goes on. */
  readonly #keys = new Map<string, { readonly mutex: Mutex; works: number }>();

  /** How many keys have work. */
  get size(): number {
    return this.#keys.size;
  }

  /**
   * Does the work after all earlier work with that key, however that ended.
   * @returns what the work returns
   * @throws what the work throws
   */
  async runExclusive<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const held = this.#keys.get(key) ?? { mutex: new Mutex(), works: 0 };
    this.#keys.set(key, held);
    held.works += 1;
    try {
      return await held.mutex.runExclusive(work);
    } finally {
      held.works -= 1;
      if (held.works === 0) this.#keys.delete(key);
    }
  }
}
