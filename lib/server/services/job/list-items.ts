import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findJob } from "@/lib/server/db/job";
import { listJobItems as listStoredItems } from "@/lib/server/db/job-item";
import { readableJob } from "@/lib/server/services/job/load";
import { toJobItemDto } from "@/lib/server/services/job/to-dto";

/** Which items of a job are wanted; `cursor` is the position after which the page begins. */
export interface JobItemQuery {
  state?: JobItemState | undefined;
  outcome?: JobOutcome | undefined;
  limit: number;
  cursor?: number | undefined;
}

/**
 * One page of what became of the objects of a job.
 * @throws Refusal forbidden, notFound
 */
export async function listJobItems(context: ServiceContext, id: string, query: JobItemQuery) {
  requirePermission(context, "job", "read");
  const { prisma } = context.database;
  const job = readableJob(context.actor, await findJob(prisma, id), id);
  const { state, outcome, limit, cursor: after = 0 } = query;
  const { items, total } = await listStoredItems(prisma, job.id, { state, outcome, after, limit: limit + 1 });
  const page = items.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = items.length > limit && last ? String(last.position) : null;
  return { items: page.map((item) => toJobItemDto(job.kind, item)), nextCursor, total };
}
