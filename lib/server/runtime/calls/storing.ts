import {
  type CallBatch,
  type StoreOutcome,
  storeCallEvents,
  storeCallEventsTogether,
} from "@/lib/server/db/call/store";
import type { Database } from "@/lib/server/db/open";
import { againOnConflict } from "@/lib/server/db/transaction";

const mostTogether = 32;

interface Waiting {
  readonly batch: CallBatch;
  readonly resolve: (outcome: StoreOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores the events of a process. Those that arrive while others are being stored go together in the next transaction:
 * commits follow one another, so what shares one does not wait for the disk by itself.
 */
export class Storing {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #isBusy = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns once it is committed, or what was stale */
  store(batch: CallBatch): Promise<StoreOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      if (!this.#isBusy) void this.#storeAll();
    });
  }

  async #storeAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.slice(0, mostTogether);
      this.#waiting = this.#waiting.slice(mostTogether);
      await this.#storeGroup(group);
    }
    this.#isBusy = false;
  }

  async #storeGroup(group: readonly Waiting[]): Promise<void> {
    const { prisma } = this.#database;
    if (group.length > 1) {
      const outcomes = await storeCallEventsTogether(
        prisma,
        group.map(({ batch }) => batch),
      ).catch(() => null);
      if (outcomes) {
        for (const [index, { resolve, reject }] of group.entries()) {
          const outcome = outcomes[index];
          if (outcome) resolve(outcome);
          else reject(new Error("A batch has no outcome"));
        }
        return;
      }
    }
    // One alone; or one of them cannot be stored, and the others must not suffer from it.
    for (const { batch, resolve, reject } of group)
      await againOnConflict(() => storeCallEvents(prisma, batch)).then(resolve, reject);
  }
}
