"use client";

import { useTranslations } from "next-intl";
import type { RelatedLink } from "@/components/console/related-links";
import { commonDeviceConfigurationListPath, commonDeviceConfigurationPath } from "@/lib/client/paths";

/** The pages of one common device configuration. */
export type ConfigurationPage = "configuration" | "dependency-records" | "history";

/** *Related Links* of a configuration's page: the list and the other pages of the configuration. */
export function useConfigurationLinks(name: string, here: ConfigurationPage): RelatedLink[] {
  const t = useTranslations();
  const pages: readonly { id: ConfigurationPage; label: string; href: string }[] = [
    {
      id: "configuration",
      label: t("commonDeviceConfiguration.title"),
      href: commonDeviceConfigurationPath(name),
    },
    {
      id: "dependency-records",
      label: t("common.dependencyRecords"),
      href: commonDeviceConfigurationPath(name, "dependency-records"),
    },
    {
      id: "history",
      label: t("configuration.history.title"),
      href: commonDeviceConfigurationPath(name, "history"),
    },
  ];
  return [
    { id: "list", label: t("common.backToFindList"), href: commonDeviceConfigurationListPath },
    ...pages.filter(({ id }) => id !== here),
  ];
}
