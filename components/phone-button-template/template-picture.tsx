"use client";

import { useTranslations } from "next-intl";
import { PhonePicture } from "@/components/console/phone-picture/phone-picture";
import { useButtonWords } from "@/components/phone-button-template/use-button-words";
import { assignButtons } from "@/lib/configuration/button-assignment";
import type { ButtonGroup } from "@/lib/configuration/button-groups";
import type { PhoneButtonTemplateContent } from "@/lib/configuration/phone-button-template";

type TemplatePictureProps = {
  template: Pick<PhoneButtonTemplateContent, "model" | "protocol" | "buttons">;
  groups: readonly ButtonGroup[];
  /** The position of the button that is worked on, or null. */
  current: number | null;
  onPress?: (position: number) => void;
};

/** How a phone of the model looks with the buttons of the template. */
export function TemplatePicture({ template, groups, current, onPress }: TemplatePictureProps) {
  const t = useTranslations("phoneButtonTemplate.picture");
  const words = useButtonWords();
  const { model, protocol, buttons } = template;
  const shown = assignButtons(buttons, { model, protocol, buttons: buttons.length }).map((button) => ({
    position: button.position,
    feature: button.feature,
    text: words.shown(button),
  }));
  return (
    <section aria-labelledby="template-picture" className="flex flex-col gap-2">
      <h2 id="template-picture" className="font-medium">
        {t("title")}
      </h2>
      <div
        data-picture-frame
        className="max-h-[calc(100dvh-var(--sticky-top)-6rem)] overflow-y-auto max-md:max-h-80"
      >
        <PhonePicture
          model={model}
          buttons={shown}
          groups={groups}
          current={current}
          {...(onPress ? { onPress } : {})}
        />
      </div>
      <p className="text-xs text-muted">{t("explanation")}</p>
    </section>
  );
}
