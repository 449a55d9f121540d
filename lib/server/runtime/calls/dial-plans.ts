import { Batcher, type BatchItem } from "@/lib/server/concurrency/batcher";
import { type DialPlan, loadDialPlan, type WantedNumbers } from "@/lib/server/db/call/dial-plan";
import type { Database } from "@/lib/server/db/open";

/**
 * Reads what the saved configuration says of numbers, for all events of a process. Those that ask during a look share the
 * next one: each is told what was saved after it had asked.
 */
export class DialPlans {
  readonly #looks: Batcher<WantedNumbers, DialPlan>;

  constructor(database: Database) {
    this.#looks = new Batcher((group) => look(database, group));
  }

  /** @returns at least the numbers with these ids or digits, the phones, and the search spaces that all of them name */
  of(wanted: WantedNumbers): Promise<DialPlan> {
    return this.#looks.ask(wanted);
  }
}

async function look(
  { prisma }: Database,
  group: readonly BatchItem<WantedNumbers, DialPlan>[],
): Promise<void> {
  const all = (list: keyof WantedNumbers) => [...new Set(group.flatMap(({ item }) => item[list]))];
  try {
    const plan = await loadDialPlan(prisma, {
      ids: all("ids"),
      digits: all("digits"),
      phones: all("phones"),
    });
    for (const { resolve } of group) resolve(plan);
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
