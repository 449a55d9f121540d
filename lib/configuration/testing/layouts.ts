import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";

/** The layout of the standard template with that name. */
export function standardLayout(name = "Standard User"): SoftkeyLayout {
  const found = standardSoftkeyTemplates.find((template) => template.name === name);
  if (!found) throw new Error(`no standard template ${name}`);
  return found.layout;
}

/** A template content to change in a test: Standard User's layout under another name. */
export function receptionTemplate(change: Partial<SoftkeyTemplateContent> = {}): SoftkeyTemplateContent {
  return { name: "Reception", description: "", isDefault: false, callStates: standardLayout(), ...change };
}
