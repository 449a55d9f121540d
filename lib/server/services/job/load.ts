import { type Actor, mayDo } from "@/lib/server/context";
import type { StoredJob } from "@/lib/server/db/job";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { jobDetail } from "@/lib/server/services/job/detail";

/**
 * The job that was found, if the actor may see what it works on.
 * @throws Refusal notFound, forbidden
 */
export function readableJob(actor: Actor, job: StoredJob | null, id: string): StoredJob {
  if (!job) throw new Refusal("notFound", { name: id });
  if (!mayDo(actor, job.resource, "read")) throw new Refusal("forbidden");
  return job;
}

/** @throws Refusal stale unless the job is as it was when somebody looked at it */
export async function refuseStale(transaction: Transaction, job: StoredJob, version: number): Promise<void> {
  if (job.version === version) return;
  throw new Refusal("stale", { current: await jobDetail(transaction, job), base: null });
}
