import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { listRevisions } from "@/lib/server/db/revision";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { contentOfRevision } from "@/lib/server/services/softkey-template/present";

/**
 * The history of a softkey template, newest first, each revision with what it changed.
 * @throws Refusal forbidden, notFound
 */
export async function listSoftkeyTemplateRevisions(context: ServiceContext, name: string) {
  requirePermission(context, "softkeyTemplate", "read");
  const { prisma } = context.database;
  const template = await loadSoftkeyTemplate(prisma, name);
  const revisions = await listRevisions(prisma, "softkeyTemplate", template.id);
  return {
    items: revisions.map((revision, index) => {
      const earlier = revisions[index + 1];
      const before = earlier ? contentOfRevision(earlier) : null;
      return {
        number: revision.number,
        at: revision.at.toISOString(),
        by: revision.by,
        reason: revision.reason,
        action: revision.action,
        changes: softkeyTemplateChanges(before, contentOfRevision(revision)),
      };
    }),
  };
}
