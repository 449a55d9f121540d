import type { ListQuery } from "@/lib/contract/list";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listUsers as listStoredUsers } from "@/lib/server/db/user";
import { toUserDto } from "@/lib/server/services/user/to-dto";

/**
 * One page of the users that match the query.
 * @throws Refusal forbidden, validationFailed
 */
export async function listUsers(context: ServiceContext, query: ListQuery) {
  requirePermission(context, "user", "read");
  const page = await listStoredUsers(context.database.prisma, query);
  return { ...page, items: page.items.map(toUserDto) };
}
