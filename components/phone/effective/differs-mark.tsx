"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Marks what a phone runs otherwise than it is saved. */
export function DiffersMark() {
  const t = useTranslations("phone.running");
  return <Badge tone="caution">{t("mark")}</Badge>;
}
