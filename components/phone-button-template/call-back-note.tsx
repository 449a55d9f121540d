"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { callBackFeature } from "@/lib/catalog/button-features";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { PhoneButtonTemplateContent } from "@/lib/configuration/phone-button-template";

type CallBackNoteProps = { template: Pick<PhoneButtonTemplateContent, "model" | "buttons"> };

/** Whether a button of the model can be CallBack, and where it is already (BT-04, PR-08). */
export function CallBackNote({ template }: CallBackNoteProps) {
  const t = useTranslations("phoneButtonTemplate.callBack");
  const model = phoneModel(template.model);
  if (!model) return null;
  const positions = template.buttons
    .filter(({ feature }) => feature === callBackFeature)
    .map(({ position }) => position);
  return (
    <p className="flex items-start gap-2">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-text" />
      <span>{text()}</span>
    </p>
  );

  function text(): string {
    if (!model?.callBackButton) {
      return t(model?.callBackSoftkey ? "softkeyOnly" : "never", { model: template.model });
    }
    if (positions.length === 0)
      return t(template.buttons.length > 1 ? "notYet" : "oneButton", { model: model.name });
    return t("placed", { count: positions.length, positions: positions.join(", ") });
  }
}
