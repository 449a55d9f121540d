import { standardLocales } from "@/lib/catalog/locales";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import { completed } from "@/lib/configuration/content-patch";
import type { Known } from "@/lib/configuration/known";
import { newPhone } from "@/lib/configuration/new-phone";
import type { PhoneContent } from "@/lib/configuration/phone";
import {
  type PhoneButtonTemplateContent,
  phoneButtonTemplateRules,
  standardButtonContent,
} from "@/lib/configuration/phone-button-template";

const standardTemplates = new Map(standardPhoneButtonTemplates.map((template) => [template.name, template]));

/** A cluster where every name exists but those that begin with "No", and only English is installed. */
export const known: Known = {
  exists: (_, name) => !name.startsWith("No"),
  locale: (name) => {
    const found = standardLocales.find((locale) => locale.name === name);
    return found && { kind: found.kind, isInstalled: found.installedIn.includes("empty") };
  },
  phoneButtonTemplate: (name) => standardTemplates.get(name),
};

/** A phone to change in a test: an 8841 with one line. */
export function deskPhone(change: Partial<PhoneContent> = {}): PhoneContent {
  const given = {
    name: "SEP001122334455",
    model: "Cisco 8841",
    lines: [{ index: 1, directoryNumber: "2001" }],
    ...change,
  };
  return newPhone(given) as PhoneContent;
}

/** A button template to change in a test: the standard one of a model, under another name. */
export function buttonTemplate(
  standard = "Standard 8841 SIP",
  change: Partial<PhoneButtonTemplateContent> = {},
): PhoneButtonTemplateContent {
  const found = standardTemplates.get(standard);
  if (!found) throw new Error(`no standard template ${standard}`);
  const content = { ...standardButtonContent(found), name: "Reception buttons", ...change };
  return completed(phoneButtonTemplateRules.shape, content) as PhoneButtonTemplateContent;
}

/** The codes of problems with the paths of what they are about. */
export function places(problems: readonly { path: readonly unknown[]; code: string }[]): string[] {
  return problems.map(({ path, code }) => (path.length > 0 ? `${path.join(".")} ${code}` : code));
}
