import type { RequestDto } from "@/lib/contract/call-back";
import type { ListQuery } from "@/lib/contract/list";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listStoredRequests, type StoredRequest } from "@/lib/server/db/call/request";

/**
 * One page of requests for call back.
 * @throws Refusal forbidden, validationFailed
 */
export async function listRequests(context: ServiceContext, query: ListQuery) {
  requirePermission(context, "phone", "read");
  const page = await listStoredRequests(context.database.prisma, query);
  return { ...page, items: page.items.map(present) };
}

function present({ request, timers }: StoredRequest): RequestDto {
  const { id, originator, target, mode, state, reason, createdAt } = request;
  return {
    ...{ id, target: target.digits, mode, state, reason },
    originator: { phone: originator.phone, directoryNumber: originator.number },
    createdAt: new Date(createdAt).toISOString(),
    timers: timers.map(({ kind, dueAt }) => ({ kind, dueAt: new Date(dueAt).toISOString() })),
  };
}
