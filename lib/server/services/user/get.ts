import type { UserDto } from "@/lib/contract/user";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { loadUser } from "@/lib/server/services/user/load";
import { presentUser } from "@/lib/server/services/user/present";

/**
 * The user of that name.
 * @throws Refusal forbidden, notFound
 */
export async function getUser(context: ServiceContext, name: string): Promise<UserDto> {
  requirePermission(context, "user", "read");
  return presentUser(await loadUser(context.database.prisma, name));
}
