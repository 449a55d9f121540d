import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type SoftkeyTemplateContent, softkeyTemplateShape } from "@/lib/configuration/softkey-template";
import { softkeyTemplateBefore } from "@/lib/configuration/softkey-template-before";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";

/** The rules of softkey templates [SK-01 to SK-09]; at most one is the default [SK-04]. */
export const softkeyTemplateRules: ContentRules<SoftkeyTemplateContent> = contentRules(
  "softkeyTemplate",
  softkeyTemplateShape,
  {
    distinctive: ["isDefault"],
    history: { changesBetween: softkeyTemplateChanges, contentBefore: softkeyTemplateBefore },
  },
);
