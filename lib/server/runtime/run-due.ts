import { yieldToEventLoop } from "@/lib/server/concurrency/yield-to-event-loop";
import { findNextCallDueAt } from "@/lib/server/db/call/due";
import { findNextJobDueAt } from "@/lib/server/db/job";
import { runDueCalls } from "@/lib/server/runtime/calls/run-due-calls";
import { runDueDevices } from "@/lib/server/runtime/devices/run-due-devices";
import { runDueJobs, runNextBatch } from "@/lib/server/runtime/jobs/run-due-jobs";
import type { Runtime } from "@/lib/server/runtime/runtime";

/**
 * Does what is due to calls, phones and jobs by now, a batch of each after the other, so that nobody waits for a long job.
 * @param signal ends it after the batch that is being done
 * @returns whether anything was done
 */
export async function runDue(runtime: Runtime, signal?: AbortSignal): Promise<boolean> {
  let isAnythingDone = false;
  while (!signal?.aborted) {
    const calls = await runDueCalls(runtime, runtime.clock.now());
    const phones = await runDueDevices(runtime, runtime.clock.now());
    const isJobDone = !signal?.aborted && (await runNextBatch(runtime, runtime.clock.now()));
    if (calls === 0 && phones === 0 && !isJobDone) break;
    isAnythingDone = true;
    await yieldToEventLoop();
  }
  return isAnythingDone;
}

/**
 * Lets a manual clock go on to a time, doing everything that becomes due in between in order of due time: what is due
 * to phones before a batch of a job happens before it, each thing at its own instant.
 */
export async function advance(
  runtime: Runtime,
  advanceTo: (time: Date) => Promise<void>,
  until: Date,
): Promise<void> {
  for (;;) {
    const now = runtime.clock.now();
    const next = [
      await findNextJobDueAt(runtime.database.prisma),
      await findNextCallDueAt(runtime.database.prisma),
    ].flatMap((due) => (due === null ? [] : [Math.max(due.getTime(), now.getTime())]));
    const at = new Date(Math.min(...next, until.getTime()));
    await runDevicesTo(runtime, at);
    // What phones did on the way may have started something that is due before.
    const sooner = await findNextCallDueAt(runtime.database.prisma);
    const moment = sooner && sooner < at ? new Date(Math.max(sooner.getTime(), now.getTime())) : at;
    if (moment > now) await advanceTo(moment);
    await runCallsTo(runtime, moment);
    if (moment < at) continue;
    while ((await runDueJobs(runtime, at)) > 0) {
      await runDevicesTo(runtime, at);
      await runCallsTo(runtime, at);
    }
    if (at >= until) return;
  }
}

async function runCallsTo(runtime: Runtime, at: Date): Promise<void> {
  while ((await runDueCalls(runtime, at)) > 0);
}

async function runDevicesTo(runtime: Runtime, at: Date): Promise<void> {
  while ((await runDueDevices(runtime, at)) > 0);
}
