import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { contentShape } from "@/lib/configuration/content-shape";
import { descriptionValue, flagValue, nameValue } from "@/lib/configuration/content-values";
import { softkeyLayoutShape } from "@/lib/configuration/softkey-layout";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import { softkeyTemplateBefore } from "@/lib/configuration/softkey-template-before";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";

/** The rules of softkey templates [SK-01 to SK-09]; at most one is the default [SK-04]. */
export const softkeyTemplateRules: ContentRules<SoftkeyTemplateContent> = contentRules(
  "softkeyTemplate",
  contentShape<SoftkeyTemplateContent>({
    name: nameValue,
    description: descriptionValue,
    isDefault: flagValue(false),
    callStates: softkeyLayoutShape,
  }),
  {
    distinctive: ["isDefault"],
    history: { changesBetween: softkeyTemplateChanges, contentBefore: softkeyTemplateBefore },
  },
);
