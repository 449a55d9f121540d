"use client";

import { useTranslations } from "next-intl";
import type { PictureButton } from "@/components/console/phone-picture/button-key";
import { KeyList } from "@/components/console/phone-picture/key-list";
import { CallKeys, Dial } from "@/components/console/phone-picture/other-keys";
import { cx } from "@/components/ui/cx";
import { type PhoneFace, phoneFace } from "@/lib/catalog/phone-faces";

type Keys = {
  current: number | null;
  onPress: ((position: number) => void) | undefined;
};
type PhoneBodyProps = Keys & { model: string; buttons: readonly PictureButton[] };

const glass = "rounded-control border border-line bg-surface";

/** The phone itself: its screen with the programmable buttons where the model has them. */
export function PhoneBody({ model, buttons, ...keys }: PhoneBodyProps) {
  const t = useTranslations("phonePicture");
  const face = phoneFace(model);
  if (!face) return null;
  return (
    <div className="flex flex-col gap-2 rounded-panel border border-line-strong bg-sunken p-3">
      <p aria-hidden className="text-center text-xs text-muted">
        {model}
      </p>
      <Face face={face} buttons={buttons} {...keys} />
      {face.place === "nowhere" ? <p className="text-xs text-muted">{t("noKeys")}</p> : <Dial />}
    </div>
  );
}

function Face({ face, buttons, ...keys }: Keys & { face: PhoneFace; buttons: readonly PictureButton[] }) {
  const t = useTranslations("phonePicture");
  const half = Math.ceil(buttons.length / 2);
  switch (face.place) {
    case "left":
      return <BesideScreen left={buttons} right={[]} callKeys={face.callKeys} {...keys} />;
    case "right":
      return <BesideScreen left={[]} right={buttons} callKeys={0} {...keys} />;
    case "bothSides":
      return (
        <BesideScreen left={buttons.slice(0, half)} right={buttons.slice(half)} callKeys={0} {...keys} />
      );
    case "field":
      return (
        <>
          <div aria-hidden className={cx(glass, "h-20")} />
          <KeyList label={t("field")} buttons={buttons} columns={2} {...keys} />
        </>
      );
    case "screen":
      return (
        <KeyList label={t("onScreen")} buttons={buttons} className={cx(glass, "min-h-28 p-2")} {...keys} />
      );
    case "nowhere":
      return <KeyList label={t("port")} buttons={buttons} {...keys} />;
  }
}

type Sides = Keys & {
  left: readonly PictureButton[];
  right: readonly PictureButton[];
  callKeys: number;
};

/** The keys stand on the body, their texts on the glass between them. */
function BesideScreen({ left, right, callKeys, ...keys }: Sides) {
  const t = useTranslations("phonePicture");
  const hasRightKeys = right.length > 0 || callKeys > 0;
  return (
    <div className="relative">
      <div
        aria-hidden
        className={cx(
          glass,
          "absolute inset-y-0",
          left.length > 0 ? "left-9" : "left-0",
          hasRightKeys ? "right-9" : "right-0",
        )}
      />
      <div
        className={cx(
          "relative grid min-h-32 gap-x-1 py-2",
          right.length === 0 && "grid-cols-[minmax(0,1fr)_auto]",
          left.length === 0 && "grid-cols-[minmax(0,1fr)_minmax(0,2fr)]",
          left.length > 0 && right.length > 0 && "grid-cols-2",
        )}
      >
        {left.length > 0 ? <KeyList label={t("left")} buttons={left} {...keys} /> : <span />}
        {right.length > 0 ? (
          <KeyList label={t("right")} buttons={right} isMirrored {...keys} />
        ) : (
          <CallKeys count={callKeys} />
        )}
      </div>
    </div>
  );
}
