"use client";

import { Check, type LucideIcon, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

type DefaultProps = { object: { readonly isDefault: boolean } };

function DefaultMark({ object, Icon }: DefaultProps & { Icon: LucideIcon }) {
  const t = useTranslations("softkeyTemplate");
  return object.isDefault ? (
    <Badge tone="accent" icon={<Icon aria-hidden />}>
      {t("column.isDefault")}
    </Badge>
  ) : null;
}

/** Tells on its pages that a template is the default one (SK-04). */
export function DefaultBadge({ object }: DefaultProps) {
  return <DefaultMark object={object} Icon={Star} />;
}

/** Tells so in the list. */
export function DefaultCell({ object }: DefaultProps) {
  return <DefaultMark object={object} Icon={Check} />;
}
