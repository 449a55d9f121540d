import { type Actor, mayDo } from "@/lib/server/context";
import type { StoredJob } from "@/lib/server/db/job";
import { Refusal } from "@/lib/server/errors";
import { toJobDetailDto } from "@/lib/server/services/job/to-dto";

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
export function refuseStale(job: StoredJob, version: number): void {
  if (job.version !== version) throw new Refusal("stale", { current: toJobDetailDto(job), base: null });
}
