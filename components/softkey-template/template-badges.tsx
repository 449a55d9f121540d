"use client";

import { Lock, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { UnsavedBadge } from "@/components/console/unsaved-badge";
import { Badge } from "@/components/ui/badge";

type TemplateBadgesProps = {
  template: { isDefault: boolean; isStandard: boolean };
  isUnsaved?: boolean;
};

/** What kind of template it is, and whether this page holds changes that are not saved. */
export function TemplateBadges({ template, isUnsaved = false }: TemplateBadgesProps) {
  const t = useTranslations("softkeyTemplate");
  return (
    <>
      {template.isDefault ? (
        <Badge tone="accent" icon={<Star aria-hidden />}>
          {t("default")}
        </Badge>
      ) : null}
      {template.isStandard ? <Badge icon={<Lock aria-hidden />}>{t("standardBadge")}</Badge> : null}
      {isUnsaved ? <UnsavedBadge /> : null}
    </>
  );
}
