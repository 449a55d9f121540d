import { type NewChangeEvent, storeCallEvents } from "@/lib/server/db/call/store";
import type { Transaction } from "@/lib/server/db/transaction";

/** Publishes changes to viewers; the last statement of a transaction, because others wait until it ends. */
export async function publishChanges(
  transaction: Transaction,
  at: Date,
  changeEvents: readonly NewChangeEvent[],
): Promise<void> {
  await storeCallEvents(transaction, {
    ...{ cluster: "", at, dueEvent: null, changeEvents },
    ...{ reads: [], requestReads: [], timerReads: [], devices: [], lines: [] },
    ...{ entities: [], timers: [], requests: [], calls: [], events: [], decisions: [], dueEvents: [] },
  });
}
