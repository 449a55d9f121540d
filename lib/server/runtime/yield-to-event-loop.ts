import { setImmediate as nextTurn } from "node:timers/promises";

/** A request needs about so many turns of the event loop from its arrival to its answer. */
const turns = 8;

/**
 * Lets requests be read and answered before background work goes on. The embedded database answers within this process,
 * so that work which only waits for it would never let them have a turn.
 */
export async function yieldToEventLoop(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
}
