import type { ChangeDto } from "@/lib/contract/change";
import type { ListQuery } from "@/lib/contract/list";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listChanges as listStoredChanges } from "@/lib/server/db/change-list";
import type { Page } from "@/lib/server/db/list/read-page";
import { toChangeDto } from "@/lib/server/services/change/to-dto";

/**
 * One page of the changes of the configuration, which everybody may read who may read the configuration [CL-01].
 * @throws Refusal forbidden, validationFailed
 */
export async function listChanges(context: ServiceContext, query: ListQuery): Promise<Page<ChangeDto>> {
  requirePermission(context, "softkeyTemplate", "read");
  const page = await listStoredChanges(context.database.prisma, query);
  return { ...page, items: page.items.map(toChangeDto) };
}
