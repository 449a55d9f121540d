"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinesEditor } from "@/components/console/lines/lines-editor";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { usePhoneButtons } from "@/components/phone/use-phone-buttons";
import { Notice } from "@/components/ui/notice";
import type { PhoneContent } from "@/lib/configuration/phone";

/** The lines of a phone, each with the button that it is on. */
export function PhoneLines({ content, ...editor }: CustomFieldProps<PhoneContent["lines"], PhoneContent>) {
  const t = useTranslations("phone.lines");
  const [owner] = useState({ kind: "phone", name: content.name });
  const buttons = usePhoneButtons(content);
  const without = buttons ? editor.value.filter(({ index }) => buttons.lineButton(index) === null) : [];
  return (
    <>
      {buttons ? <p className="pb-3 text-muted">{t("buttons", { count: buttons.lineButtons })}</p> : null}
      <LinesEditor {...editor} owner={owner} buttonOf={buttons?.lineButton} />
      {editor.value.length === 0 ? <p className="pt-3 text-muted">{t("noLines")}</p> : null}
      {without.length === 0 ? null : (
        <div className="pt-3">
          <Notice tone="caution" title={t("withoutButton", { count: without.length })}>
            {t("withoutButtonBody")}
          </Notice>
        </div>
      )}
      {buttons?.isPartiallyRegistered ? (
        <div className="pt-3">
          <Notice tone="caution" title={t("partial")}>
            {t("partialBody", { model: content.model })}
          </Notice>
        </div>
      ) : null}
    </>
  );
}
