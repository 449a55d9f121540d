import { configurationKinds } from "@/lib/configuration/dependencies";
import type { ListQuery } from "@/lib/contract/list";
import { mayDo, requirePermission, type ServiceContext } from "@/lib/server/context";
import { listJobs as listStoredJobs } from "@/lib/server/db/job";
import { toJobDto } from "@/lib/server/services/job/to-dto";

/**
 * One page of the jobs with objects that the actor may read.
 * @throws Refusal forbidden, validationFailed
 */
export async function listJobs(context: ServiceContext, query: ListQuery) {
  requirePermission(context, "job", "read");
  const readable = configurationKinds.filter((kind) => mayDo(context.actor, kind, "read"));
  const page = await listStoredJobs(context.database.prisma, readable, query);
  return { ...page, items: page.items.map(toJobDto) };
}
