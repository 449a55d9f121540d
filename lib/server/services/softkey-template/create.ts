import { echo } from "@/lib/configuration/problem";
import {
  normalizeSoftkeyTemplate,
  type SoftkeyTemplateContent,
  validateSoftkeyTemplate,
  withCallStates,
} from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateCreateInput, SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { recordRevision } from "@/lib/server/db/revision";
import { findSoftkeyTemplate, insertSoftkeyTemplate } from "@/lib/server/db/softkey-template";
import { inTransaction, takeLock } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { removeDefaultMark } from "@/lib/server/services/softkey-template/save";
import { revisionContent, toSoftkeyTemplateDto } from "@/lib/server/services/softkey-template/to-dto";
import { refuseTakenName } from "@/lib/server/services/taken-name";

/**
 * Makes a softkey template by copying another one (SK-02); what the input names replaces what was copied.
 * @throws Refusal forbidden, validationFailed, nameTaken
 */
export async function createSoftkeyTemplate(
  context: ServiceContext,
  input: SoftkeyTemplateCreateInput,
): Promise<SoftkeyTemplateDto> {
  requirePermission(context, "softkeyTemplate", "update");
  const reason = input.reason ?? "";
  return refuseTakenName(input.name, () =>
    inTransaction(context.database, async (transaction) => {
      await takeLock(transaction, "defaultSoftkeyTemplate");
      const origin = await findSoftkeyTemplate(transaction, input.copyOf);
      if (!origin) {
        const params = { name: echo(input.copyOf) };
        throw new Refusal("validationFailed", {
          problems: [{ path: ["copyOf"], code: "unknownTemplate", params }],
        });
      }
      const content: SoftkeyTemplateContent = normalizeSoftkeyTemplate({
        name: input.name,
        description: input.description ?? origin.content.description,
        isDefault: input.isDefault ?? false,
        callStates: withCallStates(origin.content.callStates, input.callStates ?? {}),
      });
      refuseProblems(validateSoftkeyTemplate(content));
      if (content.isDefault) await removeDefaultMark(transaction, context, reason);
      const template = await insertSoftkeyTemplate(
        transaction,
        context.newId(),
        content,
        { isStandard: false, copyOf: origin.content.name },
        { at: context.now(), by: context.actor.name },
      );
      await recordRevision(transaction, context, {
        entity: "softkeyTemplate",
        entityId: template.id,
        entityName: content.name,
        number: template.version,
        action: "created",
        content: revisionContent(template),
        reason,
      });
      return toSoftkeyTemplateDto(template);
    }),
  );
}
