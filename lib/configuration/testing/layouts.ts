import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import { validateContent } from "@/lib/configuration/content-shape";
import { type SoftkeyLayout, softkeyLayoutShape } from "@/lib/configuration/softkey-layout";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";

/** The layout of the standard template with that name. */
export function standardLayout(name = "Standard User"): SoftkeyLayout {
  const found = standardSoftkeyTemplates.find((template) => template.name === name);
  if (!found) throw new Error(`no standard template ${name}`);
  return found.layout;
}

/** What is wrong with a whole layout, as the rules of templates say it. */
export function layoutProblems(candidate: unknown) {
  return validateContent(softkeyLayoutShape, candidate, ["callStates"]);
}

/** A template content to change in a test: Standard User's layout under another name. */
export function receptionTemplate(change: Partial<SoftkeyTemplateContent> = {}): SoftkeyTemplateContent {
  return { name: "Reception", description: "", isDefault: false, callStates: standardLayout(), ...change };
}
