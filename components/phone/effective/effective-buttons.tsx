"use client";

import { useTranslations } from "next-intl";
import { PhonePicture } from "@/components/console/phone-picture/phone-picture";
import { buttonFeatureKey, noFeature } from "@/lib/catalog/button-features";
import { buttonGroups } from "@/lib/configuration/button-groups";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";

type EffectiveButtonsProps = { model: string; effective: EffectiveConfigurationDto["saved"] };
type Button = EffectiveConfigurationDto["saved"]["buttons"][number];

/** The buttons of the phone as they will look, with the numbers that they reach. */
export function EffectiveButtons({ model, effective: { buttons } }: EffectiveButtonsProps) {
  const t = useTranslations("phone.effective");
  const feature = useTranslations("catalogue.buttonFeature");
  function textOf({ feature: name, label }: Button): string {
    if (name === noFeature) return "";
    // Without a text of its own the button is called by its feature.
    return label === name ? feature(buttonFeatureKey(name)) : label;
  }
  const withheld = buttons.filter((button) => button.withheld !== null);
  return (
    <section aria-labelledby="effective-buttons" className="flex min-w-0 flex-col gap-2">
      <h3 id="effective-buttons" className="font-medium">
        {t("buttons")}
      </h3>
      <PhonePicture
        model={model}
        buttons={buttons.map((button) => ({
          position: button.position,
          feature: button.feature,
          text: textOf(button),
        }))}
        groups={buttonGroups(model, buttons.length)}
      />
      {withheld.map(({ position, withheld: name }) => (
        <p key={position} className="text-xs text-muted">
          {t("withheld", { position, feature: name === null ? "" : feature(buttonFeatureKey(name)), model })}
        </p>
      ))}
    </section>
  );
}
