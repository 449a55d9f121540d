import type { UserDto } from "@/lib/contract/user";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { loadUser } from "@/lib/server/services/user/load";
import { toUserDto } from "@/lib/server/services/user/to-dto";

/**
 * The user of that name.
 * @throws Refusal forbidden, notFound
 */
export async function getUser(context: ServiceContext, name: string): Promise<UserDto> {
  requirePermission(context, "user", "read");
  return toUserDto(await loadUser(context.database.prisma, name));
}
