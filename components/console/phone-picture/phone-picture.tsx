"use client";

import { useTranslations } from "next-intl";
import type { PictureButton } from "@/components/console/phone-picture/button-key";
import { KeyList } from "@/components/console/phone-picture/key-list";
import { PhoneBody } from "@/components/console/phone-picture/phone-body";
import type { ButtonGroup } from "@/lib/configuration/button-groups";

type PhonePictureProps = {
  /** A model of the catalogue; of another nothing is shown. */
  model: string;
  buttons: readonly PictureButton[];
  /** Which buttons are the phone's own and which are on which module. Buttons of no device are left out. */
  groups: readonly ButtonGroup[];
  /** The position of the button that is worked on: it is marked and brought into view. */
  current?: number | null;
  /** What a click on a key does. */
  onPress?: (position: number) => void;
};

/** A phone with its expansion modules as it will look on the desk; lists of buttons for those who do not see it. */
export function PhonePicture({ model, buttons, groups, current = null, onPress }: PhonePictureProps) {
  const t = useTranslations("phonePicture");
  const inGroup = ({ first, last }: ButtonGroup) => buttons.slice(first - 1, last);
  const phone = groups.find(({ kind }) => kind === "phone");
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] items-start gap-3">
      {phone ? (
        <PhoneBody model={model} buttons={inGroup(phone)} current={current} onPress={onPress} />
      ) : null}
      {groups
        .filter(({ kind }) => kind === "module")
        .map((group) => (
          <div key={group.module} className="rounded-panel border border-line-strong bg-sunken p-3">
            <p aria-hidden className="pb-2 text-center text-xs text-muted">
              {t("module", { number: group.module })}
            </p>
            <KeyList
              label={t("module", { number: group.module })}
              buttons={inGroup(group)}
              columns={2}
              current={current}
              onPress={onPress}
              className="rounded-control border border-line bg-surface py-1"
            />
          </div>
        ))}
    </div>
  );
}
