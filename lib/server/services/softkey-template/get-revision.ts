import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findRevision } from "@/lib/server/db/revision";
import { noRevision, toRevisionDto } from "@/lib/server/services/revision-page";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { contentOfRevision } from "@/lib/server/services/softkey-template/to-dto";

/**
 * One revision of a softkey template with the content that it stored.
 * @throws Refusal forbidden, notFound
 */
export async function getSoftkeyTemplateRevision(context: ServiceContext, name: string, number: number) {
  requirePermission(context, "softkeyTemplate", "read");
  const { prisma } = context.database;
  const { id } = await loadSoftkeyTemplate(prisma, name);
  const revision = await findRevision(prisma, "softkeyTemplate", id, number);
  if (!revision) throw noRevision(name, number);
  return { ...toRevisionDto(revision), content: { ...contentOfRevision(revision) } };
}
