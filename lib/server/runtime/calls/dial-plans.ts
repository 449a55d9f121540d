import { Batcher, type BatchItem } from "@/lib/server/concurrency/batcher";
import { type DialPlan, loadDialPlan } from "@/lib/server/db/call/dial-plan";
import type { Database } from "@/lib/server/db/open";

interface Wanted {
  readonly ids: readonly string[];
  readonly digits: readonly string[];
}

/**
 * Reads what the saved configuration says of numbers, for all events of a process. Those that ask during a look share the
 * next one: each is told what was saved after it had asked.
 */
export class DialPlans {
  readonly #looks: Batcher<Wanted, DialPlan>;

  constructor(database: Database) {
    this.#looks = new Batcher((group) => look(database, group));
  }

  /** @returns at least the numbers with these ids or digits, and the search spaces that they name */
  of(ids: readonly string[], digits: readonly string[]): Promise<DialPlan> {
    return this.#looks.ask({ ids, digits });
  }
}

async function look({ prisma }: Database, group: readonly BatchItem<Wanted, DialPlan>[]): Promise<void> {
  const all = (list: keyof Wanted) => [...new Set(group.flatMap(({ item }) => item[list]))];
  try {
    const plan = await loadDialPlan(prisma, all("ids"), all("digits"));
    for (const { resolve } of group) resolve(plan);
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
