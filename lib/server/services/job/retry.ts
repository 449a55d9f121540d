import { hasItemsAtOnce } from "@/lib/catalog/jobs";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { lockJob } from "@/lib/server/db/job";
import { copyItems } from "@/lib/server/db/job-item";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { readableJob } from "@/lib/server/services/job/load";
import { canRetry } from "@/lib/server/services/job/to-dto";

/**
 * Tries the failed items of a job again, as a new job of the same kind. Jobs are no objects of the configuration and
 * have no history.
 * @throws Refusal forbidden, notFound, nothingToRetry
 */
export async function retryJob(context: ServiceContext, id: string, reason = ""): Promise<{ jobId: string }> {
  requirePermission(context, "job", "update");
  const jobId = await inTransaction(context.database, async (transaction) => {
    const job = readableJob(context.actor, await lockJob(transaction, id), id);
    requirePermission(context, job.resource, "update");
    if (!canRetry(job)) throw new Refusal("nothingToRetry");
    const { kind, resource, parameters, failed: total, fileId } = job;
    const retry = { kind, resource, parameters, total, fileId, retryOf: id, reason };
    const retryId = await startJob(transaction, context, retry);
    if (hasItemsAtOnce(kind)) await copyItems(transaction, id, retryId, { state: "failed" });
    return retryId;
  });
  wakeJobs();
  return { jobId };
}
