import { expect } from "vitest";

/** Three doublings of the input, each of which may make the time three times as long. */
export const eightTimes = 8;
const mostTimes = 3 ** 3;
/** What takes less has little to do with the input, and is no time to compare with. */
const leastMilliseconds = 4;
const mostAttempts = 5;

/**
 * Fails the test when the time that work takes grows faster than its input: twice as much may take three times as
 * long. A machine that does something else makes a run longer, never shorter, so the shortest of several runs counts.
 * @param work on an input of a size, and on one eight times as long
 */
export async function expectLinear(
  what: string,
  work: { readonly short: () => Promise<unknown>; readonly long: () => Promise<unknown> },
): Promise<void> {
  let short = await millisecondsOf(work.short);
  let long = await millisecondsOf(work.long);
  const isLinear = () => long <= mostTimes * Math.max(short, leastMilliseconds);
  for (let attempt = 1; attempt < mostAttempts && !isLinear(); attempt++) {
    short = Math.min(short, await millisecondsOf(work.short));
    long = Math.min(long, await millisecondsOf(work.long));
  }
  expect(isLinear(), `${what}: ${short} ms, then ${long} ms`).toBe(true);
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
