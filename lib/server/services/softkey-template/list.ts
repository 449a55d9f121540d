import type { ListQuery } from "@/lib/contract/list";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listSoftkeyTemplates } from "@/lib/server/db/softkey-template";
import { toSoftkeyTemplateDto } from "@/lib/server/services/softkey-template/to-dto";

/**
 * One page of the softkey templates that match the query (SK-03).
 * @throws Refusal forbidden, validationFailed
 */
export async function listTemplates(context: ServiceContext, query: ListQuery) {
  requirePermission(context, "softkeyTemplate", "read");
  const page = await listSoftkeyTemplates(context.database.prisma, query);
  return { ...page, items: page.items.map(toSoftkeyTemplateDto) };
}
