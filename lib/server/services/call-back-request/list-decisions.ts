import type { ListQuery } from "@/lib/contract/list";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listStoredDecisions } from "@/lib/server/db/call/decision";
import { toDecisionDto } from "@/lib/server/services/call-back-request/get-trace";

/**
 * One page of decisions about phones, calls and requests; of those that came to nothing too, such as a refused CallBack.
 * @throws Refusal forbidden, validationFailed
 */
export async function listDecisionLog(context: ServiceContext, query: ListQuery) {
  requirePermission(context, "phone", "read");
  const page = await listStoredDecisions(context.database.prisma, query);
  return { ...page, items: page.items.map(toDecisionDto) };
}
