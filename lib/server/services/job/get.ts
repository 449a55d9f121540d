import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findJob } from "@/lib/server/db/job";
import { jobDetail } from "@/lib/server/services/job/detail";
import { readableJob } from "@/lib/server/services/job/load";

/**
 * A job, what it was asked and how far it is.
 * @throws Refusal forbidden, notFound
 */
export async function getJob(context: ServiceContext, id: string) {
  requirePermission(context, "job", "read");
  const { prisma } = context.database;
  return jobDetail(prisma, readableJob(context.actor, await findJob(prisma, id), id));
}
