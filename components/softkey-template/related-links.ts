"use client";

import { useTranslations } from "next-intl";
import type { RelatedLink } from "@/components/console/related-links";
import { softkeyTemplateListPath, softkeyTemplatePath } from "@/lib/client/paths";

/** The pages of one softkey template. */
export type TemplatePage = "configuration" | "layout" | "dependency-records" | "history";

/** *Related Links* of a template's page: the list and the other pages of the template (SK-06). */
export function useTemplateLinks(name: string, here: TemplatePage): RelatedLink[] {
  const t = useTranslations();
  const pages: readonly { id: TemplatePage; label: string; href: string }[] = [
    {
      id: "configuration",
      label: t("softkeyTemplate.configuration.title"),
      href: softkeyTemplatePath(name),
    },
    {
      id: "layout",
      label: t("softkeyTemplate.configureLayout"),
      href: softkeyTemplatePath(name, "layout"),
    },
    {
      id: "dependency-records",
      label: t("common.dependencyRecords"),
      href: softkeyTemplatePath(name, "dependency-records"),
    },
    { id: "history", label: t("configuration.history.title"), href: softkeyTemplatePath(name, "history") },
  ];
  return [
    { id: "list", label: t("common.backToFindList"), href: softkeyTemplateListPath },
    ...pages.filter(({ id }) => id !== here),
  ];
}
