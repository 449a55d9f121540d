import { type DialPlan, loadDialPlan } from "@/lib/server/db/call/dial-plan";
import type { Database } from "@/lib/server/db/open";

interface Asking {
  readonly ids: readonly string[];
  readonly digits: readonly string[];
  readonly resolve: (plan: DialPlan) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads what the saved configuration says of numbers, for all events of a process. Those that ask during a look share the
 * next one: each is told what was saved after it had asked.
 */
export class DialPlans {
  readonly #database: Database;
  #asking: Asking[] = [];
  #isBusy = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns at least the numbers with these ids or digits, and the search spaces that they name */
  of(ids: readonly string[], digits: readonly string[]): Promise<DialPlan> {
    return new Promise((resolve, reject) => {
      this.#asking.push({ ids, digits, resolve, reject });
      if (!this.#isBusy) void this.#readAll();
    });
  }

  async #readAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#asking.length > 0) {
      const together = this.#asking;
      this.#asking = [];
      const all = (list: "ids" | "digits") => [...new Set(together.flatMap((one) => one[list]))];
      await loadDialPlan(this.#database.prisma, all("ids"), all("digits")).then(
        (plan) => {
          for (const { resolve } of together) resolve(plan);
        },
        (error) => {
          for (const { reject } of together) reject(error);
        },
      );
    }
    this.#isBusy = false;
  }
}
