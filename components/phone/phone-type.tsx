"use client";

import { useTranslations } from "next-intl";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import type { PhoneContent } from "@/lib/configuration/phone";

/** The model and protocol of a phone: chosen when it is added, and only shown from then on. */
export function PhoneType({ content: { model, protocol } }: CustomFieldProps<string, PhoneContent>) {
  const t = useTranslations("phone.field");
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1 rounded-panel border border-line bg-sunken px-3 py-2">
      <div className="flex gap-2">
        <dt className="text-muted">{t("model")}</dt>
        <dd className="font-medium">{model}</dd>
      </div>
      <div className="flex gap-2">
        <dt className="text-muted">{t("protocol")}</dt>
        <dd className="font-medium">{protocol}</dd>
      </div>
    </dl>
  );
}
