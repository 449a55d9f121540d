"use client";

import { useTranslations } from "next-intl";
import type { PictureButton } from "@/components/console/phone-picture/button-key";
import { Dial } from "@/components/console/phone-picture/other-keys";
import { PhoneFront } from "@/components/console/phone-picture/phone-front";
import { phoneFace } from "@/lib/catalog/phone-faces";

type PhoneBodyProps = {
  model: string;
  buttons: readonly PictureButton[];
  current: number | null;
  onPress: ((position: number) => void) | undefined;
};

/** A picture of the phone itself: its screen with the programmable buttons where the model has them. */
export function PhoneBody({ model, buttons, ...keys }: PhoneBodyProps) {
  const t = useTranslations("phonePicture");
  const face = phoneFace(model);
  if (!face) return null;
  return (
    <div className="flex flex-col gap-2 rounded-panel border border-line-strong bg-sunken p-3">
      <p aria-hidden className="text-center text-xs text-muted">
        {model}
      </p>
      <PhoneFront face={face} buttons={buttons} {...keys} />
      {face.place === "nowhere" ? <p className="text-xs text-muted">{t("noKeys")}</p> : <Dial />}
    </div>
  );
}
