import type { JobUpdateInput } from "@/lib/contract/job";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { lockJob, type StoredJob, saveJob } from "@/lib/server/db/job";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { publishJob } from "@/lib/server/runtime/jobs/publish-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { jobDetail } from "@/lib/server/services/job/detail";
import { readableJob, refuseStale } from "@/lib/server/services/job/load";
import { readStartTime } from "@/lib/server/services/job/start-time";

/**
 * Says anew when a job starts that waits for its time, or lets it start now, or gives it another reason. Whoever says when it is done
 * answers for it: it is done by their rights from then on. Jobs are no objects of the configuration and have no history.
 * @throws Refusal forbidden, notFound, jobNotScheduled, stale, validationFailed
 */
export async function updateJob(context: ServiceContext, id: string, input: JobUpdateInput) {
  requirePermission(context, "job", "update");
  const job = await inTransaction(context.database, async (transaction) => {
    const before = readableJob(context.actor, await lockJob(transaction, id), id);
    requirePermission(context, before.resource, "update");
    if (before.state !== "scheduled") throw new Refusal("jobNotScheduled");
    await refuseStale(transaction, before, input.version);
    const { userId, name: changedBy } = context.actor;
    const change = {
      version: before.version + 1,
      ...(input.at === undefined ? {} : { userId, changedBy }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
      ...startChange(context, before, input.at),
    };
    await saveJob(transaction, id, change);
    await publishJob(transaction, context.now(), { ...before, ...change });
    return jobDetail(transaction, { ...before, ...change });
  });
  if (input.at === null) wakeJobs();
  return job;
}

/** What it changes of a job that it starts at another time; null: now. Phones in calls are waited for as long as before. */
function startChange(context: ServiceContext, { startsAt, idleUntil }: StoredJob, at: JobUpdateInput["at"]) {
  const idleFrom = (start: Date) =>
    idleUntil && startsAt && new Date(start.getTime() + idleUntil.getTime() - startsAt.getTime());
  if (at === null) {
    const dueAt = context.now();
    return { state: "queued", startsAt: null, timeZone: null, dueAt, idleUntil: idleFrom(dueAt) } as const;
  }
  const startTime = readStartTime(context, at);
  if (!startTime) return {};
  return { ...startTime, dueAt: startTime.startsAt, idleUntil: idleFrom(startTime.startsAt) };
}
