"use client";

import { useTranslations } from "next-intl";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import type { PhoneButtonTemplateContent } from "@/lib/configuration/phone-button-template";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";

type ModelFactsProps = ObjectViewProps<PhoneButtonTemplateContent, PhoneButtonTemplateDto>;

/** The phones that a template is for: it has them from the template that it was copied from. */
export function ModelFacts({ draft }: ModelFactsProps) {
  const t = useTranslations("phoneButtonTemplate.field");
  return (
    <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      <dt className="text-muted">{t("model")}</dt>
      <dd>{draft.model}</dd>
      <dt className="text-muted">{t("protocol")}</dt>
      <dd>{draft.protocol}</dd>
    </dl>
  );
}
