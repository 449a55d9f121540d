import { mostDependencies } from "@/lib/contract/errors";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listUses } from "@/lib/server/db/configuration/uses";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";

/**
 * The dependency records of a softkey template: the objects that use it.
 * @throws Refusal forbidden, notFound
 */
export async function listSoftkeyTemplateDependencies(context: ServiceContext, name: string) {
  requirePermission(context, "softkeyTemplate", "read");
  const template = await loadSoftkeyTemplate(context.database.prisma, name);
  return listUses(context.database.prisma, "softkeyTemplate", template.id, mostDependencies);
}
