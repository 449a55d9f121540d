"use client";

import { useTranslations } from "next-intl";
import { PhonePicture } from "@/components/console/phone-picture/phone-picture";
import { DiffersMark } from "@/components/phone/effective/differs-mark";
import { buttonFeatureKey, noFeature } from "@/lib/catalog/button-features";
import { buttonGroups } from "@/lib/configuration/button-groups";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";

type Button = EffectiveConfigurationDto["saved"]["buttons"][number];
type EffectiveButtonsProps = Pick<EffectiveConfigurationDto, "saved" | "running"> & { model: string };

/** The buttons of the phone as they look, with the numbers that they reach: as configured and, if different, as it runs. */
export function EffectiveButtons({ model, saved, running }: EffectiveButtonsProps) {
  const t = useTranslations("phone");
  const textOf = useButtonText();
  const differing = running ? positionsOf(saved.buttons, running.buttons, textOf) : [];
  const isSame = running !== null && differing.length === 0;
  const at = (buttons: readonly Button[], position: number) => {
    const button = buttons.find((candidate) => candidate.position === position);
    return (button && textOf(button)) || t("running.noButton");
  };
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Buttons
        id="configured-buttons"
        title={isSame ? t("running.sameButtons") : t("running.configuredButtons")}
        model={model}
        buttons={saved.buttons}
      />
      {running && !isSame ? (
        <Buttons
          id="running-buttons"
          title={t("running.runningButtons")}
          hasMark
          model={model}
          buttons={running.buttons}
        >
          <ul className="list-disc ps-5 text-xs">
            {differing.map((position) => (
              <li key={position}>
                {t("running.buttonDiffers", {
                  position,
                  running: at(running.buttons, position),
                  configured: at(saved.buttons, position),
                })}
              </li>
            ))}
          </ul>
        </Buttons>
      ) : null}
    </div>
  );
}

/** The positions of the buttons that do or show something else. */
function positionsOf(
  configured: readonly Button[],
  running: readonly Button[],
  textOf: (button: Button) => string,
): number[] {
  const lookOf = (button: Button | undefined) => button && `${button.feature} ${textOf(button)}`;
  const positions = [...configured, ...running].map(({ position }) => position);
  return [...new Set(positions)].filter((position) => {
    const [one, other] = [configured, running].map((all) => all.find((each) => each.position === position));
    return lookOf(one) !== lookOf(other);
  });
}

/** What the phone shows beside a button: without a text of its own it is called by its feature. */
function useButtonText() {
  const feature = useTranslations("catalogue.buttonFeature");
  return ({ feature: name, label }: Button): string => {
    if (name === noFeature) return "";
    return label === name ? feature(buttonFeatureKey(name)) : label;
  };
}

type ButtonsProps = {
  id: string;
  title: string;
  hasMark?: boolean;
  model: string;
  buttons: readonly Button[];
  children?: React.ReactNode;
};

function Buttons({ id, title, hasMark = false, model, buttons, children }: ButtonsProps) {
  const t = useTranslations("phone.effective");
  const feature = useTranslations("catalogue.buttonFeature");
  const textOf = useButtonText();
  const withheld = buttons.filter((button) => button.withheld !== null);
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <h3 id={id} className="flex items-center gap-2 font-medium">
        {title}
        {hasMark ? <DiffersMark /> : null}
      </h3>
      {children}
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
