import type { Problem } from "@/lib/configuration/problem";
import {
  checkChange,
  normalizeSoftkeyTemplate,
  sameSoftkeyTemplate,
  validateSoftkeyTemplate,
  withCallStates,
} from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto, SoftkeyTemplateUpdateInput } from "@/lib/contract/softkey-template";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { StoredSoftkeyTemplate } from "@/lib/server/db/softkey-template";
import { inTransaction, takeLock } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { removeDefaultMark, saveVersion, staleRefusal } from "@/lib/server/services/softkey-template/save";
import { toSoftkeyTemplateDto } from "@/lib/server/services/softkey-template/to-dto";
import { refuseTakenName } from "@/lib/server/services/taken-name";

/**
 * Changes a softkey template: name, description, default mark, and the softkeys of the call states that the input
 * names (SK-04, SK-09). A change that changes nothing answers the stored template and makes no revision.
 * @throws Refusal forbidden, notFound, stale, validationFailed, standardReadOnly, nameTaken
 */
export async function updateSoftkeyTemplate(
  context: ServiceContext,
  name: string,
  input: SoftkeyTemplateUpdateInput,
): Promise<SoftkeyTemplateDto> {
  requirePermission(context, "softkeyTemplate", "update");
  const reason = input.reason ?? "";
  return refuseTakenName(input.name ?? name, () =>
    inTransaction(context.database, async (transaction) => {
      await takeLock(transaction, "defaultSoftkeyTemplate");
      const before = await loadSoftkeyTemplate(transaction, name);
      if (before.version !== input.version) throw await staleRefusal(transaction, before, input.version);
      refuseProblems(readOnlyProblems(before, input));
      const content = normalizeSoftkeyTemplate({
        name: input.name ?? before.content.name,
        description: input.description ?? before.content.description,
        isDefault: input.isDefault ?? before.content.isDefault,
        callStates: withCallStates(before.content.callStates, input.callStates ?? {}),
      });
      const forbidden = checkChange(before, before.content, content);
      if (forbidden.length > 0) throw new Refusal("standardReadOnly", { problems: forbidden });
      refuseProblems(validateSoftkeyTemplate(content));
      if (sameSoftkeyTemplate(before.content, content)) return toSoftkeyTemplateDto(before);
      if (content.isDefault && !before.content.isDefault)
        await removeDefaultMark(transaction, context, reason);
      const after = await saveVersion(transaction, context, before, content, { action: "updated", reason });
      return toSoftkeyTemplateDto(after);
    }),
  );
}

/** Read-only fields may be sent back as they were; another value is a mistake that is not passed over. */
function readOnlyProblems(before: StoredSoftkeyTemplate, input: SoftkeyTemplateUpdateInput): Problem[] {
  const copyOf = before.copyOf === "" ? null : before.copyOf;
  const changed = [
    ...(input.isStandard === undefined || input.isStandard === before.isStandard ? [] : ["isStandard"]),
    ...(input.copyOf === undefined || input.copyOf === copyOf ? [] : ["copyOf"]),
  ];
  return changed.map((field) => ({ path: [field], code: "readOnlyField", params: { field } }));
}
