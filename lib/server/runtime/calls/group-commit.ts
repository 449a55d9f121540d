import { Batcher, type BatchItem } from "@/lib/server/concurrency/batcher";
import {
  type CallBatch,
  type StoreOutcome,
  storeCallEvents,
  storeCallEventsTogether,
} from "@/lib/server/db/call/store";
import type { Database } from "@/lib/server/db/open";
import { againOnConflict } from "@/lib/server/db/transaction";

const mostTogether = 32;

/**
 * Stores the events of a process. Those that arrive while others are being stored go together in the next transaction:
 * commits follow one another, so what shares one does not wait for the disk by itself.
 */
export class GroupCommit {
  readonly #commits: Batcher<CallBatch, StoreOutcome>;

  constructor(database: Database) {
    this.#commits = new Batcher((group) => storeGroup(database, group), mostTogether);
  }

  /** @returns once it is committed, or what was stale */
  store(batch: CallBatch): Promise<StoreOutcome> {
    return this.#commits.ask(batch);
  }
}

async function storeGroup(
  { prisma }: Database,
  group: readonly BatchItem<CallBatch, StoreOutcome>[],
): Promise<void> {
  if (group.length > 1) {
    const outcomes = await storeCallEventsTogether(
      prisma,
      group.map(({ item }) => item),
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
  for (const { item, resolve, reject } of group)
    await againOnConflict(() => storeCallEvents(prisma, item)).then(resolve, reject);
}
