import { type NewAnnouncement, storeCallEvents } from "@/lib/server/db/call/store";
import type { Transaction } from "@/lib/server/db/transaction";

/** Tells viewers something; the last statement of a transaction, because others wait until it ends. */
export async function announce(
  transaction: Transaction,
  at: Date,
  announcements: readonly NewAnnouncement[],
): Promise<void> {
  await storeCallEvents(transaction, {
    ...{ cluster: "", at, dueEvent: null, announcements },
    ...{ reads: [], requestReads: [], timerReads: [], devices: [], lines: [] },
    ...{ entities: [], timers: [], requests: [], calls: [], events: [], decisions: [], dueEvents: [] },
  });
}
