import { taskFlow } from "@/lib/configuration/task-flow";
import type { OverviewDto } from "@/lib/contract/overview";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { countPhonesAndRequests, readCallBackFacts } from "@/lib/server/db/device/call-back-keys";

/**
 * How the cluster stands: its phones, what is asked for now, and how far the task flow of the chapter is.
 * @throws Refusal forbidden
 */
export async function getOverview(context: ServiceContext): Promise<OverviewDto> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const { phones, registered, liveRequests } = await countPhonesAndRequests(prisma);
  const { done, next } = taskFlow(await readCallBackFacts(prisma));
  return { phones: { total: phones, registered }, liveRequests, taskFlow: { done: [...done], next } };
}
