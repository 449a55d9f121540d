import { setImmediate as nextIteration } from "node:timers/promises";

/** A request needs about so many iterations of the event loop from its arrival to its answer. */
const iterations = 8;

/**
 * Lets requests be read and answered before background work goes on. The embedded database answers within this process,
 * so that work which only waits for it would never let them through.
 */
export async function yieldToEventLoop(): Promise<void> {
  for (let iteration = 0; iteration < iterations; iteration++) await nextIteration();
}
