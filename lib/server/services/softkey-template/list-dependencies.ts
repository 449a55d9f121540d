import { mostDependencies } from "@/lib/contract/errors";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listInheritors } from "@/lib/server/db/configuration/inheritors";
import { listUses } from "@/lib/server/db/configuration/uses";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";

/**
 * The dependency records of a softkey template: the objects that name it, and apart from them the phones that inherit it.
 * @throws Refusal forbidden, notFound
 */
export async function listSoftkeyTemplateDependencies(context: ServiceContext, name: string) {
  requirePermission(context, "softkeyTemplate", "read");
  const { prisma } = context.database;
  const { id } = await loadSoftkeyTemplate(prisma, name);
  const uses = await listUses(prisma, "softkeyTemplate", id, mostDependencies);
  return { ...uses, inheritedBy: await listInheritors(prisma, "softkeyTemplate", id, mostDependencies) };
}
