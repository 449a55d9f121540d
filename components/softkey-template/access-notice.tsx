"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { newSoftkeyTemplatePath } from "@/lib/client/paths";

type AccessNoticeProps = {
  template: { name: string; isStandard: boolean };
  mayUpdate: boolean;
  /** What the page shows: the layout of a standard template cannot change at all. */
  of: "configuration" | "layout";
};

/** Why this page cannot change the template, and what to do instead; nothing when it can. */
export function AccessNotice({ template, mayUpdate, of }: AccessNoticeProps) {
  const t = useTranslations();
  if (!mayUpdate) {
    return (
      <Notice title={t("softkeyTemplate.readOnlyRole.title")}>
        {t("softkeyTemplate.readOnlyRole.body")}
      </Notice>
    );
  }
  if (!template.isStandard) return null;
  return (
    <Notice title={t("softkeyTemplate.standard.title")}>
      <p>{t(`softkeyTemplate.standard.${of}`)}</p>
      <p className="mt-1">
        <Link href={newSoftkeyTemplatePath(template.name)}>
          {t("softkeyTemplate.standard.copy", { name: template.name })}
        </Link>
      </p>
    </Notice>
  );
}
