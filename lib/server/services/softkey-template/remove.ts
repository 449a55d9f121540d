import type { Problem } from "@/lib/configuration/problem";
import { checkDelete } from "@/lib/configuration/softkey-template";
import { mostDependencies } from "@/lib/contract/errors";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { type Dependencies, listUses } from "@/lib/server/db/configuration/uses";
import { recordRevision } from "@/lib/server/db/revision";
import { deleteSoftkeyTemplate } from "@/lib/server/db/softkey-template";
import { inTransaction, isReferenceViolation, takeLock } from "@/lib/server/db/transaction";
import { Refusal, type RefusalCode } from "@/lib/server/errors";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { revisionContent } from "@/lib/server/services/softkey-template/to-dto";

/**
 * Deletes a softkey template that is neither standard, nor default (SK-05), nor in use. Its history stays.
 * @throws Refusal forbidden, notFound, standardReadOnly, isDefaultTemplate, inUse with the dependencies
 */
export async function removeSoftkeyTemplate(
  context: ServiceContext,
  name: string,
  reason = "",
): Promise<void> {
  requirePermission(context, "softkeyTemplate", "update");
  try {
    await inTransaction(context.database, async (transaction) => {
      await takeLock(transaction, "defaultSoftkeyTemplate");
      const template = await loadSoftkeyTemplate(transaction, name);
      const uses = await listUses(transaction, "softkeyTemplate", template.id, mostDependencies);
      const { content, isStandard } = template;
      const problems = checkDelete({ ...content, isStandard }, { length: uses.total });
      if (problems[0]) throw refusal(problems[0].code as RefusalCode, problems, uses);
      await deleteSoftkeyTemplate(transaction, template.id);
      await recordRevision(transaction, context, {
        entity: "softkeyTemplate",
        entityId: template.id,
        entityName: template.content.name,
        number: template.version + 1,
        action: "deleted",
        content: revisionContent(template),
        reason,
      });
    });
  } catch (error) {
    // Somebody made an object use it between the look and the delete; the database refused.
    if (!isReferenceViolation(error)) throw error;
    const { prisma } = context.database;
    const { id } = await loadSoftkeyTemplate(prisma, name);
    throw refusal("inUse", [], await listUses(prisma, "softkeyTemplate", id, mostDependencies));
  }
}

function refusal(code: RefusalCode, problems: readonly Problem[], { items, total }: Dependencies): Refusal {
  return new Refusal(code, { problems, dependencies: items, total });
}
