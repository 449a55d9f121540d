"use client";

import { BellRing, Link as LinkIcon, Phone, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type Ref } from "react";
import { Button } from "react-aria-components/Button";
import { cx } from "@/components/ui/cx";
import type { Lamp } from "@/lib/callback/display/display";
import { type ButtonFeature, buttonFeatureCatalogue, callBackFeature } from "@/lib/catalog/button-features";

/** One button as the device shows it. */
export interface PictureButton {
  /** Counts from 1 and goes on over the expansion modules. */
  readonly position: number;
  readonly feature: ButtonFeature;
  /** What the device shows beside the key; empty for a button that does nothing. */
  readonly text: string;
  /** The light of the key; only keys that work have one. */
  readonly lamp?: Lamp;
}

type ButtonKeyProps = PictureButton & {
  /** The key is at the right edge, its text to the left of it. */
  isMirrored?: boolean;
  /** There is little room beside the key. */
  isDense?: boolean;
  isCurrent: boolean;
  /** Called when the key is clicked; without it the picture is only for looking at. */
  onPress: ((position: number) => void) | undefined;
  ref?: Ref<HTMLLIElement>;
};

function FeatureIcon({ feature }: { feature: ButtonFeature }) {
  if (feature === callBackFeature) return <BellRing aria-hidden />;
  const { data } = buttonFeatureCatalogue[feature];
  if (data === "line" || data === "intercom") return <Phone aria-hidden />;
  if (data === "serviceUrl") return <LinkIcon aria-hidden />;
  return data === null ? null : <Star aria-hidden />;
}

const pill = "flex h-4 w-7 shrink-0 items-center justify-center rounded-full border text-[10px] leading-none";

function lookOfPill(isCurrent: boolean, lamp: Lamp | undefined): string {
  if (isCurrent) return "border-accent bg-accent text-on-accent";
  if (lamp === "on") return "border-good bg-good text-surface";
  if (lamp === "blinking") return "animate-blink border-caution bg-caution text-surface";
  return "border-line-strong bg-raised text-muted";
}

/** A key of the phone with the text that the screen or the paper shows beside it. */
export const ButtonKey = memo(function ButtonKey(props: ButtonKeyProps) {
  const {
    position,
    feature,
    text,
    lamp,
    isMirrored = false,
    isDense = false,
    isCurrent,
    onPress,
    ref,
  } = props;
  const t = useTranslations("phonePicture");
  const words = t("button", { position, text: text === "" ? t("nothing") : text });
  // Beside a key that works the screen needs the room.
  const hasIcon = lamp === undefined && (!isDense || feature === callBackFeature);
  const content = (
    <>
      <span className="sr-only">
        {lamp ? t("withLamp", { button: words, lamp: t(`lamp.${lamp}`) }) : words}
      </span>
      <span aria-hidden className={cx(pill, lookOfPill(isCurrent, lamp))}>
        {position}
      </span>
      <span
        aria-hidden
        className={cx(
          "flex min-w-0 flex-1 items-center gap-1 [&_svg]:size-3 [&_svg]:shrink-0",
          isMirrored && "flex-row-reverse text-end",
          feature === callBackFeature && "font-medium text-accent-text",
        )}
      >
        {hasIcon ? <FeatureIcon feature={feature} /> : null}
        <span className="truncate">{text}</span>
      </span>
    </>
  );
  const className = cx(
    "relative flex h-6 w-full min-w-0 items-center rounded-control px-1 text-xs",
    isDense ? "gap-1.5" : lamp === undefined ? "gap-3" : "gap-2.5",
    isMirrored && "flex-row-reverse",
    isCurrent && "bg-accent-soft",
  );
  return (
    <li ref={ref} title={text} data-lamp={lamp} aria-current={isCurrent ? "true" : undefined}>
      {onPress ? (
        // What a click on a mere picture leads to can be reached by keyboard without it.
        <Button
          excludeFromTabOrder={lamp === undefined}
          preventFocusOnPress={lamp !== undefined}
          onPress={() => onPress(position)}
          className={cx(className, "focus-ring cursor-default data-hovered:bg-hover")}
        >
          {content}
        </Button>
      ) : (
        <span className={className}>{content}</span>
      )}
    </li>
  );
});
