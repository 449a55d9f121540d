/** However often it is used, a session ends so long after it began. */
export const longestSessionMilliseconds = 30 * 24 * 60 * 60 * 1000;

/** Whether a session that began then has reached the end of its life. */
export function isTooOld(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= longestSessionMilliseconds;
}
