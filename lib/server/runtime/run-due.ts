import { findNextJobDueAt } from "@/lib/server/db/job";
import { runDueDevices } from "@/lib/server/runtime/devices/run-due-devices";
import { runDueJobs, runNextBatch } from "@/lib/server/runtime/jobs/run-due-jobs";
import type { World } from "@/lib/server/runtime/world";

/**
 * Does what is due to phones and jobs by now; they take turns, so that phones do not wait for a long job.
 * @param signal ends it after the batch that is being done
 * @returns whether anything was done
 */
export async function runDue(world: World, signal?: AbortSignal): Promise<boolean> {
  let isAnythingDone = false;
  while (!signal?.aborted) {
    const phones = await runDueDevices(world, world.clock.now());
    const isJobDone = !signal?.aborted && (await runNextBatch(world, world.clock.now()));
    if (phones === 0 && !isJobDone) break;
    isAnythingDone = true;
  }
  return isAnythingDone;
}

/**
 * Lets a manual clock go on to a time, doing everything that becomes due in between in order of due time: what is due
 * to phones before a batch of a job happens before it, each thing at its own instant.
 */
export async function advance(
  world: World,
  advanceTo: (time: Date) => Promise<void>,
  until: Date,
): Promise<void> {
  for (;;) {
    const now = world.clock.now();
    const next = await findNextJobDueAt(world.database.prisma);
    const due = next === null ? until.getTime() : Math.max(next.getTime(), now.getTime());
    const at = new Date(Math.min(due, until.getTime()));
    await runDevicesTo(world, at);
    if (at > now) await advanceTo(at);
    while ((await runDueJobs(world, at)) > 0) await runDevicesTo(world, at);
    if (at >= until) return;
  }
}

async function runDevicesTo(world: World, at: Date): Promise<void> {
  while ((await runDueDevices(world, at)) > 0);
}
