"use client";

import { PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Tells that this page holds changes that are not saved. */
export function UnsavedBadge() {
  const t = useTranslations("configuration");
  return (
    <Badge tone="caution" icon={<PencilLine aria-hidden />}>
      {t("unsaved")}
    </Badge>
  );
}
