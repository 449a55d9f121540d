import { isBuiltInLocale, localeKinds } from "@/lib/catalog/locales";
import { checkReadOnlyFields } from "@/lib/configuration/change-rules";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape } from "@/lib/configuration/content-shape";
import { choiceValue, flagValue, nameValue } from "@/lib/configuration/content-values";
import type { Problem } from "@/lib/configuration/problem";

const shape = contentShape({
  name: nameValue,
  kind: choiceValue(localeKinds),
  isInstalled: flagValue(false),
});

/** A language or a country's tones; can be chosen for phones only when installed [PR-02]. */
export type LocaleContent = ContentOf<typeof shape>;

export const localeRules: ContentRules<LocaleContent> = contentRules("locale", shape);

/**
 * Whether a change is allowed: name and kind are the installer's, the built-in locales stay installed, and one
 * that `dependencies` objects have chosen cannot be taken away from them.
 */
export function checkLocaleChange(
  before: LocaleContent,
  after: LocaleContent,
  dependencies: number,
): Problem[] {
  const problems = checkReadOnlyFields(before, after, ["name", "kind"]);
  if (!before.isInstalled || after.isInstalled) return problems;
  const { name } = before;
  const path = ["isInstalled"];
  if (isBuiltInLocale(name)) problems.push({ path, code: "builtIn", params: { name } });
  if (dependencies > 0) problems.push({ path, code: "inUse", params: { name, count: dependencies } });
  return problems;
}
