import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findJob } from "@/lib/server/db/job";
import { readableJob } from "@/lib/server/services/job/load";
import { toJobDetailDto } from "@/lib/server/services/job/to-dto";

/**
 * A job, what it was asked and how far it is.
 * @throws Refusal forbidden, notFound
 */
export async function getJob(context: ServiceContext, id: string) {
  requirePermission(context, "job", "read");
  return toJobDetailDto(readableJob(context.actor, await findJob(context.database.prisma, id), id));
}
