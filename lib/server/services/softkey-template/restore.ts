import { checkChange, sameSoftkeyTemplate } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findRevision } from "@/lib/server/db/revision";
import { inTransaction, takeLock } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { contentOfRevision, presentSoftkeyTemplate } from "@/lib/server/services/softkey-template/present";
import { saveVersion } from "@/lib/server/services/softkey-template/save";

/**
 * Makes description and softkeys of an old revision the newest version; name and default mark stay. When they are
 * what is stored, nothing is written.
 * @throws Refusal forbidden, notFound, standardReadOnly
 */
export async function restoreSoftkeyTemplate(
  context: ServiceContext,
  name: string,
  number: number,
): Promise<SoftkeyTemplateDto> {
  requirePermission(context, "softkeyTemplate", "update");
  return inTransaction(context.database, async (transaction) => {
    await takeLock(transaction, "defaultSoftkeyTemplate");
    const before = await loadSoftkeyTemplate(transaction, name);
    const revision = await findRevision(transaction, "softkeyTemplate", before.id, number);
    if (!revision) throw new Refusal("notFound", { name, number });
    const { description, callStates } = contentOfRevision(revision);
    const content = { ...before.content, description, callStates };
    const forbidden = checkChange(before, before.content, content);
    if (forbidden.length > 0) throw new Refusal("standardReadOnly", { problems: forbidden });
    if (sameSoftkeyTemplate(before.content, content)) return presentSoftkeyTemplate(before);
    const after = await saveVersion(transaction, context, before, content, {
      action: "restored",
      reason: `Restored revision ${number}`,
    });
    return presentSoftkeyTemplate(after);
  });
}
