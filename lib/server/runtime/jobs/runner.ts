import { removeOldJobs } from "@/lib/server/runtime/jobs/remove-old-jobs";
import { type JobWorld, runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { onJobDue } from "@/lib/server/runtime/jobs/wake";

/** How often an instance looks for jobs that other instances have made or left behind. */
const lookEveryMilliseconds = 400;
const cleanEveryMilliseconds = 3_600_000;

/** The background work of a process. */
export interface JobRunner {
  /** Ends it after the batch that is being done. */
  stop: () => Promise<void>;
}

/** Does the jobs that are due, from now on: at once those of this process, soon after those of others. */
export function startJobRunner(world: JobWorld, now: () => Date): JobRunner {
  const ending = new AbortController();
  let wake: () => void = () => undefined;
  let isDue = false;
  onJobDue(() => {
    isDue = true;
    wake();
  });
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookEveryMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isDue || ending.signal.aborted) wake();
    });
  const run = async () => {
    let cleanedAt = Number.NEGATIVE_INFINITY;
    while (!ending.signal.aborted) {
      isDue = false;
      try {
        // Each look takes the jobs of its moment; new ones come with the next.
        while ((await runDueJobs(world, now(), ending.signal)) > 0) isDue = false;
        if (now().getTime() - cleanedAt >= cleanEveryMilliseconds) {
          cleanedAt = now().getTime();
          await removeOldJobs(world.database.prisma, now());
        }
      } catch (error) {
        // The database is away, perhaps for a moment only.
        world.logger.error({ err: error }, "jobs wait");
      }
      await pause();
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
