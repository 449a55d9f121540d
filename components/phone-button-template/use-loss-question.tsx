"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { SaveHooks } from "@/components/console/object/object-description";
import { useQuestion } from "@/components/console/use-question";
import { useButtonWords } from "@/components/phone-button-template/use-button-words";
import { objectQuery } from "@/lib/client/configuration";
import { buttonLosses } from "@/lib/configuration/button-losses";
import type { PhoneButtonTemplateContent } from "@/lib/configuration/phone-button-template";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";

/** Tells before a save which lines and speed dials of the phones that use the template would lose their button. */
export function useLossQuestion(): SaveHooks<PhoneButtonTemplateContent, PhoneButtonTemplateDto> {
  const t = useTranslations("phoneButtonTemplate.losses");
  const words = useButtonWords();
  const client = useQueryClient();
  const { ask, dialog } = useQuestion();

  async function beforeSave(before: PhoneButtonTemplateContent | null, after: PhoneButtonTemplateContent) {
    const losses = before ? buttonLosses(before.buttons, after.buttons) : [];
    if (!before || losses.length === 0) return true;
    const query = objectQuery("phoneButtonTemplate", { name: before.name, partition: null });
    // When it cannot be read, the save itself will tell why.
    const stored = await client.fetchQuery(query).catch(() => null);
    if (!stored || stored.usedByCount === 0) return true;
    return ask({
      title: t("title"),
      body: (
        <>
          <p>{t("usedBy", { name: before.name, count: stored.usedByCount })}</p>
          <ul className="list-disc ps-5">
            {losses.map(({ feature, before: had, after: has }) => (
              <li key={feature}>{t("loss", { feature: words.feature(feature), before: had, after: has })}</li>
            ))}
          </ul>
          <p>{t("explanation")}</p>
        </>
      ),
      confirmLabel: t("save"),
    });
  }
  return { beforeSave, dialogs: dialog };
}
