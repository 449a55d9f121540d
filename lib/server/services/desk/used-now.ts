import type { StoredDesk } from "@/lib/server/db/desk";
import { realClock } from "@/lib/server/runtime/clock";

/**
 * The instant at which a desk is used now: by the clock on the wall, for that of the phones may stand still, and after every
 * desk that the person has used before, also within a millisecond and when the clock was set back.
 */
export function usedNow(desks: readonly Pick<StoredDesk, "usedAt">[]): Date {
  return new Date(Math.max(realClock.now().getTime(), ...desks.map(({ usedAt }) => usedAt.getTime() + 1)));
}
