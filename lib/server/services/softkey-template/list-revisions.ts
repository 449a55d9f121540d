import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";
import type { RevisionsQuery } from "@/lib/contract/history";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { revisionPage } from "@/lib/server/services/revision-page";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { contentOfRevision } from "@/lib/server/services/softkey-template/to-dto";

/**
 * The history of a softkey template, newest first, each revision with what it changed.
 * @throws Refusal forbidden, notFound, validationFailed
 */
export async function listSoftkeyTemplateRevisions(
  context: ServiceContext,
  name: string,
  query: Partial<RevisionsQuery> = {},
) {
  requirePermission(context, "softkeyTemplate", "read");
  const { prisma } = context.database;
  const { id } = await loadSoftkeyTemplate(prisma, name);
  return revisionPage(prisma, "softkeyTemplate", id, query, (earlier, revision) =>
    softkeyTemplateChanges(earlier && contentOfRevision(earlier), contentOfRevision(revision)),
  );
}
