"use client";

import { Check, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

type DefaultProps = { object: { readonly isDefault: boolean } };

/** Tells on its pages that a template is the default one (SK-04). */
export function DefaultBadge({ object }: DefaultProps) {
  const t = useTranslations("softkeyTemplate");
  return object.isDefault ? (
    <Badge tone="accent" icon={<Star aria-hidden />}>
      {t("column.isDefault")}
    </Badge>
  ) : null;
}

/** Tells so in the list. */
export function DefaultCell({ object }: DefaultProps) {
  const t = useTranslations("softkeyTemplate");
  return object.isDefault ? (
    <Badge tone="accent" icon={<Check aria-hidden />}>
      {t("column.isDefault")}
    </Badge>
  ) : null;
}
