"use client";

import { useTranslations } from "next-intl";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import { WhenNear } from "@/components/console/when-near";
import { EffectiveSection } from "@/components/phone/phone-editors";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";

/** The effective configuration, which stands at the end of a long page. */
export function EffectiveWhenNear(props: ObjectViewProps<PhoneContent, PhoneDto>) {
  const t = useTranslations("phone.effective");
  const { object } = props;
  if (!object) return <p className="text-muted">{t("afterSaving")}</p>;
  return (
    <WhenNear>
      <EffectiveSection phone={object} isUnsaved={props.isUnsaved} />
    </WhenNear>
  );
}
