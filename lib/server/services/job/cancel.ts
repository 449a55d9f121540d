import { isFinal } from "@/lib/catalog/jobs";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { lockJob, saveJob } from "@/lib/server/db/job";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { publishJob } from "@/lib/server/runtime/jobs/publish-job";
import { readableJob, refuseStale } from "@/lib/server/services/job/load";
import { toJobDto } from "@/lib/server/services/job/to-dto";

/** A batch that is being done holds the job. */
const longestBatchMilliseconds = 60_000;

/**
 * Ends a job after the batch that is being done; what was done stays done. Jobs are no objects of the configuration
 * and have no history.
 * @param version of a job that has not started: the one that was looked at; absent: whichever it has
 * @throws Refusal forbidden, notFound, jobEnded, stale
 */
export async function cancelJob(context: ServiceContext, id: string, version?: number) {
  requirePermission(context, "job", "update");
  const cancel = inTransaction(
    context.database,
    async (transaction) => {
      const job = readableJob(context.actor, await lockJob(transaction, id), id);
      requirePermission(context, job.resource, "update");
      if (isFinal(job.state)) throw new Refusal("jobEnded");
      if (version !== undefined) await refuseStale(transaction, job, version);
      const change = { state: "cancelled", dueAt: null, finishedAt: context.now() } as const;
      await saveJob(transaction, id, change);
      await publishJob(transaction, context.now(), { ...job, ...change });
      return { ...job, ...change };
    },
    { timeout: longestBatchMilliseconds },
  );
  return toJobDto(await cancel);
}
