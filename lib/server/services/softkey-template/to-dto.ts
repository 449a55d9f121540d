import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import type { StoredRevision } from "@/lib/server/db/revision";
import type { StoredSoftkeyTemplate } from "@/lib/server/db/softkey-template";

/** What a revision of a softkey template keeps. */
export type SoftkeyTemplateRevision = SoftkeyTemplateContent & { isStandard: boolean; copyOf: string | null };

/** The template as the API answers it. */
export function toSoftkeyTemplateDto(template: StoredSoftkeyTemplate): SoftkeyTemplateDto {
  return {
    ...revisionContent(template),
    version: template.version,
    usedByCount: template.usedByCount,
    inheritedByCount: template.inheritedByCount,
    // Whatever is accepted of a template may well be meant.
    warnings: [],
    updatedAt: template.updatedAt.toISOString(),
    updatedBy: template.updatedBy,
  };
}

/** The template as its revision keeps it. */
export function revisionContent(template: StoredSoftkeyTemplate) {
  const { name, description, isDefault, callStates } = template.content;
  return {
    name,
    description,
    isDefault,
    isStandard: template.isStandard,
    copyOf: template.copyOf === "" ? null : template.copyOf,
    callStates: Object.fromEntries(
      Object.entries(callStates).map(([state, softkeys]) => [state, [...softkeys]]),
    ) as SoftkeyTemplateDto["callStates"],
  };
}

/** The content that a stored revision keeps. */
export function contentOfRevision(revision: StoredRevision): SoftkeyTemplateRevision {
  return revision.content as SoftkeyTemplateRevision;
}
