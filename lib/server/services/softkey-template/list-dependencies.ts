import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listSoftkeyTemplateUse } from "@/lib/server/db/softkey-template";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";

/**
 * The dependency records of a softkey template: the objects that use it.
 * @throws Refusal forbidden, notFound
 */
export async function listSoftkeyTemplateDependencies(context: ServiceContext, name: string) {
  requirePermission(context, "softkeyTemplate", "read");
  const template = await loadSoftkeyTemplate(context.database.prisma, name);
  return { items: await listSoftkeyTemplateUse(context.database.prisma, template.id) };
}
