import { checkChange, sameSoftkeyTemplate } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findRevision } from "@/lib/server/db/revision";
import { inTransaction, takeLock } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { noRevision } from "@/lib/server/services/revision-page";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { saveVersion, staleRefusal } from "@/lib/server/services/softkey-template/save";
import { contentOfRevision, toSoftkeyTemplateDto } from "@/lib/server/services/softkey-template/to-dto";

/**
 * Makes description and softkeys of an old revision the newest version; name and default mark stay. When they are
 * what is stored, nothing is written.
 * @param version the version that was seen, when that matters
 * @throws Refusal forbidden, notFound, stale, standardReadOnly
 */
export async function restoreSoftkeyTemplate(
  context: ServiceContext,
  name: string,
  number: number,
  version?: number,
): Promise<SoftkeyTemplateDto> {
  requirePermission(context, "softkeyTemplate", "update");
  return inTransaction(context.database, async (transaction) => {
    await takeLock(transaction, "defaultSoftkeyTemplate");
    const before = await loadSoftkeyTemplate(transaction, name);
    if (version !== undefined && before.version !== version)
      throw await staleRefusal(transaction, before, version);
    const revision = await findRevision(transaction, "softkeyTemplate", before.id, number);
    if (!revision) throw noRevision(name, number);
    const { description, callStates } = contentOfRevision(revision);
    const content = { ...before.content, description, callStates };
    const forbidden = checkChange(before, before.content, content);
    if (forbidden.length > 0) throw new Refusal("standardReadOnly", { problems: forbidden });
    if (sameSoftkeyTemplate(before.content, content)) return toSoftkeyTemplateDto(before);
    const after = await saveVersion(transaction, context, before, content, {
      action: "restored",
      reason: "",
      restored: number,
    });
    return toSoftkeyTemplateDto(after);
  });
}
