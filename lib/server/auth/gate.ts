import PQueue from "p-queue";
import { Refusal } from "@/lib/server/errors";

const retryAfterSeconds = 1;

/**
 * Lets few pieces of work run at once and few wait. Work that is preferred waits in a line of its own that goes first, so
 * that a crowd of strangers cannot push it out.
 */
export class Gate {
  readonly #queue: PQueue;
  readonly #mostWaiting: number;

  /** @param limits how many may run at once, and how many may wait in either line */
  constructor(limits: { atOnce: number; waiting: number }) {
    this.#queue = new PQueue({ concurrency: limits.atOnce });
    this.#mostWaiting = limits.waiting;
  }

  /**
   * Runs the work when a place is free and nobody comes before it.
   * @throws Refusal signInBusy when its line is full
   */
  async run<Result>(isPreferred: boolean, work: () => Promise<Result>): Promise<Result> {
    const line = { priority: isPreferred ? 1 : 0 };
    const mustWait = this.#queue.pending >= this.#queue.concurrency;
    if (mustWait && this.#queue.sizeBy(line) >= this.#mostWaiting)
      throw new Refusal("signInBusy", { retryAfterSeconds });
    return this.#queue.add(work, line);
  }
}
