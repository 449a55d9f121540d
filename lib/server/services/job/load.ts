import { type Actor, mayDo } from "@/lib/server/context";
import type { StoredJob } from "@/lib/server/db/job";
import { Refusal } from "@/lib/server/errors";

/**
 * The job that was found, if the actor may see what it works on.
 * @throws Refusal notFound, forbidden
 */
export function readableJob(actor: Actor, job: StoredJob | null, id: string): StoredJob {
  if (!job) throw new Refusal("notFound", { name: id });
  if (!mayDo(actor, job.resource, "read")) throw new Refusal("forbidden");
  return job;
}
