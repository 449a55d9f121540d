/** Lets all happen that waits for nothing but the work of this process. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
