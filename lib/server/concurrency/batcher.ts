/** Something that was asked for, and how whoever asked is answered. */
export interface BatchItem<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Does work for one group at a time: what is asked for meanwhile goes together in the next one. */
export class Batcher<Item, Result> {
  readonly #work: (group: readonly BatchItem<Item, Result>[]) => Promise<void>;
  readonly #most: number;
  #waiting: BatchItem<Item, Result>[] = [];
  #isBusy = false;

  /**
   * @param work answers everybody of a group; when it throws, those whom it has not answered are told that error
   * @param most so many go together at most, in the order in which they asked
   */
  constructor(
    work: (group: readonly BatchItem<Item, Result>[]) => Promise<void>,
    most = Number.POSITIVE_INFINITY,
  ) {
    this.#work = work;
    this.#most = most;
  }

  /** @returns what the work answers */
  ask(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#isBusy) void this.#workOnAll();
    });
  }

  async #workOnAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.slice(0, this.#most);
      this.#waiting = this.#waiting.slice(this.#most);
      try {
        await this.#work(group);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#isBusy = false;
  }
}
