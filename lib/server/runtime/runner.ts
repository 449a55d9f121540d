import { findNextCallDueAt } from "@/lib/server/db/call/due";
import { removeOldJobs } from "@/lib/server/runtime/jobs/remove-old-jobs";
import { onJobDue } from "@/lib/server/runtime/jobs/wake";
import { runDue } from "@/lib/server/runtime/run-due";
import type { Runtime } from "@/lib/server/runtime/runtime";

/** How often an instance looks for jobs that other instances have made or left behind, unless told otherwise. */
const usualLookMilliseconds = 400;
const cleanEveryMilliseconds = 3_600_000;
/** How soon the tables of the embedded database are looked after again when none needed it. */
const careEveryMilliseconds = 10_000;

/** The background work of a process. */
export interface Runner {
  /** Ends it after the batch that is being done. */
  stop: () => Promise<void>;
}

/**
 * Does what is due to phones and jobs, from now on: at once the jobs of this process, soon after those of others. With a
 * manual clock that is what is due at the time at which it stands.
 * @param lookEveryMilliseconds how soon it finds the jobs of others
 */
export function startRunner(runtime: Runtime, lookEveryMilliseconds = usualLookMilliseconds): Runner {
  const { now } = runtime.clock;
  const ending = new AbortController();
  let wake: () => void = () => undefined;
  let isDue = false;
  onJobDue(() => {
    isDue = true;
    wake();
  });
  // Timers of calls are kept to the millisecond.
  const untilNext = async () => {
    const due = await findNextCallDueAt(runtime.database.prisma);
    return due === null ? lookEveryMilliseconds : Math.max(0, due.getTime() - now().getTime());
  };
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isDue || ending.signal.aborted) wake();
    });
  const care = async () => {
    try {
      return (await runtime.database.care?.()) ?? false;
    } catch (error) {
      runtime.logger.error({ err: error }, "a table cannot be cleared of dead rows and counted");
      return false;
    }
  };
  const run = async () => {
    let cleanedAt = Number.NEGATIVE_INFINITY;
    let careAt = 0;
    while (!ending.signal.aborted) {
      isDue = false;
      let rest = lookEveryMilliseconds;
      try {
        await runtime.dueWork.runExclusive(() => runDue(runtime, ending.signal));
        runtime.watch.answered();
        if (now().getTime() - cleanedAt >= cleanEveryMilliseconds) {
          cleanedAt = now().getTime();
          await removeOldJobs(runtime.database.prisma, now());
        }
        // A table at most, then what is due again: whoever asks meanwhile waits.
        if (performance.now() >= careAt && !(await care()))
          careAt = performance.now() + careEveryMilliseconds;
        if (!runtime.clock.advanceTo) rest = Math.min(rest, await untilNext());
      } catch (error) {
        // The database may be away, for a moment only; then the watch has said so.
        if (!runtime.watch.failed(error))
          runtime.logger.error({ err: error }, "work in the background waits");
      }
      await pause(rest);
    }
  };
  const running = run();
  return {
    stop: () => {
      ending.abort();
      onJobDue(undefined);
      wake();
      return running;
    },
  };
}
