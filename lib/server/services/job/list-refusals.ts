import { mostRefusals } from "@/lib/contract/job";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findJob } from "@/lib/server/db/job";
import { countProblems } from "@/lib/server/db/job-item";
import { readableJob } from "@/lib/server/services/job/load";
import { toProblemDto } from "@/lib/server/services/job/to-dto";

/**
 * Why items of a job failed, the most frequent reasons first.
 * @throws Refusal forbidden, notFound
 */
export async function listJobRefusals(context: ServiceContext, id: string) {
  requirePermission(context, "job", "read");
  const { prisma } = context.database;
  const job = readableJob(context.actor, await findJob(prisma, id), id);
  const { items, total } = await countProblems(prisma, job.id, mostRefusals);
  return { items: items.map(({ problem, count }) => ({ problem: toProblemDto(problem), count })), total };
}
