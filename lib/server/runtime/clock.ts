import { readSetting, writeSetting } from "@/lib/server/db/setting";
import type { Transaction } from "@/lib/server/db/transaction";

/** The time of everything that the program does for phones, jobs and the history. */
export interface Clock {
  readonly now: () => Date;
  /** Sets the time; undefined for a clock that goes by itself. */
  readonly advanceTo?: (time: Date) => Promise<void>;
}

/** The clock on the wall. */
export const realClock: Clock = { now: () => new Date() };

const settingName = "manualClock";

/**
 * A clock that stands still until it is advanced, for one process. It is stored, so that a restart goes on where it
 * stood.
 * @param start the time of a database that has no such clock yet
 */
export async function manualClock(database: Transaction, start: Date): Promise<Clock> {
  const stored = await readSetting(database, settingName);
  let time = stored === null ? start : new Date(stored);
  return {
    now: () => time,
    advanceTo: async (next) => {
      await writeSetting(database, settingName, next.toISOString());
      time = next;
    },
  };
}
