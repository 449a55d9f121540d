import { sameContent, withPatch } from "@/lib/configuration/content-patch";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { deviceDescriptionValue, flagValue, nameValue } from "@/lib/configuration/content-values";
import type { Problem } from "@/lib/configuration/problem";
import { softkeyLayoutShape } from "@/lib/configuration/softkey-layout";

export const softkeyTemplateShape = contentShape({
  name: nameValue,
  description: deviceDescriptionValue,
  isDefault: flagValue(false),
  callStates: softkeyLayoutShape,
});

/** What an administrator edits in a softkey template, and what a revision keeps. */
export type SoftkeyTemplateContent = ContentOf<typeof softkeyTemplateShape>;

/** Fields of a standard template that may change [SK-04]. */
export const changeableOfStandard: readonly string[] = ["isDefault"];

/** Whether a change is allowed: of a standard template only the default mark may change [SK-02, SK-04]. */
export function checkSoftkeyTemplateChange(
  template: { readonly isStandard: boolean },
  before: SoftkeyTemplateContent,
  after: SoftkeyTemplateContent,
): Problem[] {
  if (!template.isStandard) return [];
  const fields = ["name", "description", "callStates"] as const;
  return fields
    .filter((field) => !sameContent(before[field], after[field]))
    .map((field) => ({ path: [field], code: "standardReadOnly", params: { name: before.name } }));
}

/** The candidate for a copy: what is given in place of what was copied [SK-02]; the default mark stays where it is. */
export function copiedSoftkeyTemplate(
  { name: _, ...source }: SoftkeyTemplateContent,
  given: Readonly<Record<string, unknown>>,
): unknown {
  return withPatch({ ...source, isDefault: false }, given);
}
