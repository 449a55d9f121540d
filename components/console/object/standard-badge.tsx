"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Tells that an object is a standard one. */
export function StandardBadge() {
  const t = useTranslations("configuration.standard");
  return <Badge icon={<Lock aria-hidden />}>{t("badge")}</Badge>;
}

/** Whether an object of a list is a standard one. */
export function StandardCell({ object }: { object: { readonly isStandard: boolean } }) {
  return object.isStandard ? <StandardBadge /> : null;
}
