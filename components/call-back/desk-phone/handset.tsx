"use client";

import { Phone, PhoneCall, PhoneOff, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { DeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { useTone } from "@/components/call-back/desk-phone/use-tone";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { Tone } from "@/lib/callback/display/display";
import type { DisplayDto } from "@/lib/contract/phone-operation";

type HandsetProps = { desk: DeskPhone; display: DisplayDto };

/** The handset: lifted to answer or to dial, put down to end; and the speaker with the tone that is heard. */
export function Handset({ desk, display }: HandsetProps) {
  const t = useTranslations("deskPhone");
  const isLifted = display.hook === "off";
  const isRinging = display.calls.some(({ callState }) => callState === "Ring In");
  const isRegistered =
    display.registration === "registered" || display.registration === "partiallyRegistered";
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Button
        preventFocusOnPress
        isDisabled={!isRegistered}
        variant={isRinging && !isLifted ? "primary" : "default"}
        icon={isLifted ? <PhoneOff /> : isRinging ? <PhoneCall /> : <Phone />}
        onPress={() => (isLifted ? desk.hangUp() : desk.dialOrLift())}
        className="h-9 w-full border-line-strong px-1"
      >
        {t(isLifted ? "hangUp" : isRinging ? "answer" : "lift")}
      </Button>
      <p className="flex items-center justify-between gap-1 text-xs">
        <span className="text-muted">{t("handset")}</span>
        <span className="font-medium">{t(isLifted ? "offHook" : "onHook")}</span>
      </p>
      <Speaker tone={display.tone} />
    </div>
  );
}

function Speaker({ tone }: { tone: Tone }) {
  const t = useTranslations("deskPhone");
  const [isOn, setOn] = useState(false);
  useTone(tone, !isOn);
  return (
    <div className="flex flex-1 flex-col justify-between gap-2 rounded-control border border-line bg-surface p-2">
      <p role="status" className={cx("text-xs font-medium", tone === "none" && "font-normal text-muted")}>
        {t(`tone.${tone}`)}
      </p>
      <ToggleButton
        isSelected={isOn}
        onChange={setOn}
        className="focus-ring flex h-6 cursor-default items-center gap-1 rounded-control text-xs text-muted data-hovered:text-text data-selected:text-accent-text [&_svg]:size-4"
      >
        {isOn ? <Volume2 aria-hidden /> : <VolumeX aria-hidden />}
        {t("sound")}
      </ToggleButton>
    </div>
  );
}
