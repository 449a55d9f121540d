"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { callBackFeature } from "@/lib/catalog/button-features";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";

type CellProps = { object: PhoneButtonTemplateDto };

/** Whether the template is a standard one. */
export function StandardCell({ object }: CellProps) {
  const t = useTranslations("configuration.standard");
  return object.isStandard ? <Badge icon={<Lock aria-hidden />}>{t("badge")}</Badge> : null;
}

/** How many buttons the template has. */
export function ButtonsCell({ object }: CellProps) {
  return object.buttons.length;
}

/** The positions of the buttons that are CallBack. */
export function CallBackCell({ object }: CellProps) {
  const positions = object.buttons.filter(({ feature }) => feature === callBackFeature);
  return positions.map(({ position }) => position).join(", ");
}
