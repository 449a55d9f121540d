import type { ListName } from "@/lib/configuration/list-view";
import type { ListViewDto } from "@/lib/contract/list-view";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listListViews } from "@/lib/server/db/list-view";
import { requireList } from "@/lib/server/services/list-view/access";
import { toListViewDto } from "@/lib/server/services/list-view/to-dto";

/** More shared views of one list than anybody looks through. */
const mostShared = 200;

/**
 * The views of a list: those of the person who asks, then the first that others share.
 * @throws Refusal forbidden for a list that they may not see
 */
export async function listViewsOf(
  context: ServiceContext,
  { list }: { list: ListName },
): Promise<{ items: ListViewDto[]; total: number }> {
  requirePermission(context, "ownUser", "read");
  requireList(context, list);
  const { userId } = context.actor;
  const views = await listListViews(context.database.prisma, list, userId, mostShared);
  return { items: views.map((view) => toListViewDto(view, userId)), total: views.length };
}
