/** What is pushed at one end is iterated at the other; whoever iterates may stop while waiting. */
export class EventQueue<Item> implements AsyncIteratorObject<Item, void> {
  readonly #items: Item[] = [];
  #waiting: ((result: IteratorResult<Item, void>) => void) | null = null;
  #isEnded = false;
  #ended: () => void = () => undefined;

  push(item: Item): void {
    if (this.#isEnded) return;
    if (this.#waiting) {
      this.#waiting({ done: false, value: item });
      this.#waiting = null;
    } else this.#items.push(item);
  }

  /** Called once when the iteration ends, by whichever side. */
  onEnd(listener: () => void): void {
    this.#ended = listener;
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = null;
    this.#ended();
  }

  async next(): Promise<IteratorResult<Item, void>> {
    const item = this.#items.shift();
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
