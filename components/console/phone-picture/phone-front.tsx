"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PictureButton } from "@/components/console/phone-picture/button-key";
import { KeyList } from "@/components/console/phone-picture/key-list";
import { CallKeys } from "@/components/console/phone-picture/other-keys";
import { cx } from "@/components/ui/cx";
import type { PhoneFace } from "@/lib/catalog/phone-faces";

type Keys = {
  current: number | null;
  onPress: ((position: number) => void) | undefined;
};
type PhoneFrontProps = Keys & {
  face: PhoneFace;
  buttons: readonly PictureButton[];
  /** What the screen shows; a mere picture has nothing on it but the texts of the keys. */
  screen?: ReactNode;
  /** The screen has no light. */
  isDark?: boolean;
};

function glassOf(isDark: boolean): string {
  return cx(
    "rounded-control border",
    isDark ? "border-neutral-950 bg-neutral-950" : "border-line bg-surface",
  );
}

/** The screen of a phone with the programmable buttons where its model has them. */
export function PhoneFront({ face, buttons, screen, isDark = false, ...keys }: PhoneFrontProps) {
  const t = useTranslations("phonePicture");
  const half = Math.ceil(buttons.length / 2);
  const isPicture = screen === undefined;
  const glass = glassOf(isDark);
  switch (face.place) {
    case "left":
      return (
        <BesideScreen
          left={buttons}
          right={[]}
          callKeys={face.callKeys}
          screen={screen}
          isDark={isDark}
          {...keys}
        />
      );
    case "right":
      return (
        <BesideScreen left={[]} right={buttons} callKeys={0} screen={screen} isDark={isDark} {...keys} />
      );
    case "bothSides":
      return (
        <BesideScreen
          left={buttons.slice(0, half)}
          right={buttons.slice(half)}
          callKeys={0}
          screen={screen}
          isDark={isDark}
          {...keys}
        />
      );
    case "field":
      return (
        <>
          {isPicture ? (
            <div aria-hidden className={cx(glass, "h-20")} />
          ) : (
            <div className={glass}>{screen}</div>
          )}
          <KeyList label={t("field")} buttons={buttons} columns={2} {...keys} />
        </>
      );
    case "screen":
      return (
        <div className={cx(glass, "flex flex-col", isPicture && "min-h-28 p-2")}>
          <KeyList
            label={t("onScreen")}
            buttons={buttons}
            columns={isPicture || buttons.length < 2 ? 1 : 2}
            className={isPicture ? "" : "border-b border-line p-1"}
            {...keys}
          />
          {screen}
        </div>
      );
    case "nowhere":
      return (
        <>
          <KeyList label={t("port")} buttons={buttons} {...keys} />
          {isPicture ? null : <div className={cx(glass, "border-dashed")}>{screen}</div>}
        </>
      );
  }
}

type Sides = Keys & {
  left: readonly PictureButton[];
  right: readonly PictureButton[];
  callKeys: number;
  screen: ReactNode;
  isDark: boolean;
};

/** The columns of keys, screen and keys; without a screen the texts have its room. */
function columnsOf(left: readonly unknown[], right: readonly unknown[], isPicture: boolean): string {
  const [hasLeft, hasRight] = [left.length > 0, right.length > 0];
  if (isPicture) {
    if (hasLeft && hasRight) return "grid-cols-2";
    return hasLeft ? "grid-cols-[minmax(0,1fr)_auto]" : "grid-cols-[minmax(0,1fr)_minmax(0,2fr)]";
  }
  if (hasLeft && hasRight) return "grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)]";
  // As wide as the longest name of a feature needs it: CallBack and Speed Dial are not cut.
  return hasLeft ? "grid-cols-[7rem_minmax(0,1fr)_auto]" : "grid-cols-[minmax(0,1fr)_7rem]";
}

/** The keys stand on the body, their texts on the glass between them. */
function BesideScreen({ left, right, callKeys, screen, isDark, ...keys }: Sides) {
  const t = useTranslations("phonePicture");
  const isPicture = screen === undefined;
  const hasRightKeys = right.length > 0 || callKeys > 0;
  return (
    <div className="relative">
      <div
        aria-hidden
        className={cx(
          glassOf(isDark),
          "absolute inset-y-0",
          left.length > 0 ? "left-9" : "left-0",
          hasRightKeys ? "right-9" : "right-0",
        )}
      />
      <div
        className={cx(
          "relative grid min-h-32 gap-x-1",
          isPicture ? "py-2" : "min-h-36 py-1",
          columnsOf(left, right, isPicture),
        )}
      >
        {left.length > 0 ? (
          <KeyList label={t("left")} buttons={left} {...keys} />
        ) : isPicture ? (
          <span />
        ) : null}
        {isPicture ? null : <div className="min-w-0">{screen}</div>}
        {right.length > 0 ? (
          <KeyList label={t("right")} buttons={right} isMirrored {...keys} />
        ) : left.length > 0 ? (
          <CallKeys count={callKeys} />
        ) : null}
      </div>
    </div>
  );
}
