import type { EngineEvent } from "@/lib/callback/state/events";
import type { TableName } from "@/lib/callback/state/world";
import type { CachedRow, RowCache } from "@/lib/server/runtime/calls/row-cache";

/** What is known of a row that is not there. */
export const absent: CachedRow = { value: undefined, version: null };

/**
 * Whether a row can hardly be there, so that looking would be a wasted round trip: what an event creates bears its id, and
 * what belongs to a call or request that this process knows would be known with it. Like everything that is known this is
 * checked when the step is stored; who was wrong has to look.
 */
export function isSurelyAbsent(
  rowCache: RowCache,
  cluster: string,
  events: readonly EngineEvent[],
  table: TableName,
  key: string,
): boolean {
  // A timer that is gone stores nothing, so nothing would be checked.
  if (events.some(({ kind }) => kind === "timerExpired")) return false;
  const isCreated = (id: string) => {
    const own = cluster !== "" && id.startsWith(`${cluster}/`) ? id.slice(cluster.length + 1) : id;
    return events.some((event) => own === event.id || own.startsWith(`${event.id}.`));
  };
  const isKnown = (of: "calls" | "requests", id: string) => rowCache.get(of, id)?.value !== undefined;
  switch (table) {
    case "calls":
    case "requests":
      return isCreated(key);
    case "waiters":
    case "served":
      return isCreated(key) || isKnown("requests", key);
    case "timers": {
      const owner = key.slice(key.indexOf(":") + 1);
      return isCreated(owner) || isKnown("requests", owner) || isKnown("calls", owner);
    }
    default:
      return false;
  }
}
