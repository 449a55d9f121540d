"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Why this page changes nothing, and what to do instead. */
export function ReadOnlyNotice() {
  const t = useTranslations("commonDeviceConfiguration.readOnlyRole");
  return <Notice title={t("title")}>{t("body")}</Notice>;
}
