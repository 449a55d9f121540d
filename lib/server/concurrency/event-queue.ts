/**
 * What is pushed at one end is iterated at the other; whoever iterates may stop while waiting. Whoever is too slow to
 * take what happens is cut off instead of having it kept for them without end.
 */
export class EventQueue<Item> implements AsyncIteratorObject<Item, void> {
  readonly #most: number;
  #items: Item[] = [];
  #waiting: ((result: IteratorResult<Item, void>) => void) | null = null;
  #emptied: (() => void) | null = null;
  #isEnded = false;
  #ended: () => void = () => undefined;

  /** @param most how many items may wait for a reader; one more ends the queue */
  constructor(most: number) {
    this.#most = most;
  }

  push(item: Item): void {
    if (this.#isEnded) return;
    if (this.#waiting) {
      this.#waiting({ done: false, value: item });
      this.#waiting = null;
    } else if (this.#items.length >= this.#most) this.end();
    else this.#items.push(item);
  }

  /**
   * Adds items that are there already, such as what was missed, however many: whoever adds them waits for the reader.
   * @returns when all have been taken, or nothing is taken any more
   */
  async fill(items: readonly Item[]): Promise<void> {
    const [first, ...rest] = items;
    if (this.#isEnded || first === undefined) return;
    if (this.#waiting) this.push(first);
    else this.#items.push(first);
    this.#items.push(...rest);
    if (this.#items.length === 0) return;
    await new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
  }

  /** Called once when the iteration ends, by whichever side. */
  onEnd(listener: () => void): void {
    this.#ended = listener;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    // Nobody is told anything any more, not even what waits.
    this.#items = [];
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = null;
    this.#emptied?.();
    this.#ended();
  }

  async next(): Promise<IteratorResult<Item, void>> {
    const item = this.#items.shift();
    if (this.#items.length === 0) this.#emptied?.();
    if (item !== undefined) return { done: false, value: item };
    if (this.#isEnded) return { done: true, value: undefined };
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  async return(): Promise<IteratorResult<Item, void>> {
    this.end();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorResult<Item, void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.end();
  }
}
