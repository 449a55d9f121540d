// Instrumentation and routes load separate copies of this module, so the listener lives on globalThis.
const holder = globalThis as typeof globalThis & { ringbackWakeJobs?: (() => void) | undefined };

/** Says that a job has become due, so that this process looks at once; the others look regularly. */
export function wakeJobs(): void {
  holder.ringbackWakeJobs?.();
}

/** Has the function called whenever a job of this process becomes due; undefined ends that. */
export function onJobDue(listener: (() => void) | undefined): void {
  holder.ringbackWakeJobs = listener;
}
