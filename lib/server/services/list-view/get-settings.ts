import type { ListName } from "@/lib/configuration/list-view";
import type { ListSettingsDto } from "@/lib/contract/list-view";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { readListSettings } from "@/lib/server/db/list-view";
import { requireList } from "@/lib/server/services/list-view/access";
import { toListSettingsDto } from "@/lib/server/services/list-view/to-dto";

/**
 * How the person who asks sees a list: columns, rows a page, row height, the view that it opens with.
 * @throws Refusal forbidden for a list that they may not see
 */
export async function getListSettings(context: ServiceContext, list: ListName): Promise<ListSettingsDto> {
  requirePermission(context, "ownUser", "read");
  requireList(context, list);
  const { userId } = context.actor;
  return toListSettingsDto(await readListSettings(context.database.prisma, list, userId), userId);
}
