import type { DeskDto } from "@/lib/contract/desk";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listDesks } from "@/lib/server/db/desk";
import { toDeskDto } from "@/lib/server/services/desk/to-dto";

/**
 * The desks of the person who asks that have a name, and the one that was used last, which may have none.
 * @throws Refusal forbidden
 */
export async function listOwnDesks(
  context: ServiceContext,
): Promise<{ items: DeskDto[]; open: DeskDto | null }> {
  requirePermission(context, "ownUser", "read");
  const desks = await listDesks(context.database.prisma, context.actor.userId);
  const [last] = desks.toSorted((one, other) => other.usedAt.getTime() - one.usedAt.getTime());
  return {
    items: desks.filter(({ name }) => name !== "").map(toDeskDto),
    open: last ? toDeskDto(last) : null,
  };
}
