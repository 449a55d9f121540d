import { Refusal } from "@/lib/server/errors";

const retryAfterSeconds = 1;

interface Waiting {
  readonly start: () => void;
}

/**
 * Lets few pieces of work run at once and few wait. Work that is preferred waits in a line of its own that goes first, so
 * that a crowd of strangers cannot push it out.
 */
export class Gate {
  readonly #mostAtOnce: number;
  readonly #mostWaiting: number;
  readonly #preferred: Waiting[] = [];
  readonly #others: Waiting[] = [];
  #running = 0;

  /** @param limits how many may run at once, and how many may wait in either line */
  constructor(limits: { atOnce: number; waiting: number }) {
    this.#mostAtOnce = limits.atOnce;
    this.#mostWaiting = limits.waiting;
  }

  /**
   * Runs the work when its turn comes.
   * @throws Refusal signInBusy when its line is full
   */
  async run<Result>(isPreferred: boolean, work: () => Promise<Result>): Promise<Result> {
    await this.#turn(isPreferred ? this.#preferred : this.#others);
    try {
      return await work();
    } finally {
      this.#running--;
      (this.#preferred.shift() ?? this.#others.shift())?.start();
    }
  }

  #turn(line: Waiting[]): Promise<void> {
    if (this.#running < this.#mostAtOnce) {
      this.#running++;
      return Promise.resolve();
    }
    if (line.length >= this.#mostWaiting) throw new Refusal("signInBusy", { retryAfterSeconds });
    return new Promise((resolve) => {
      const start = () => {
        this.#running++;
        resolve();
      };
      line.push({ start });
    });
  }
}
