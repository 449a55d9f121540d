"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import type { DeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";

type DialFieldProps = {
  desk: DeskPhone;
  /** What *Dial* dials while nothing is typed. */
  offeredNumber: string | null;
  supportsVideo: boolean;
  isDisabled: boolean;
};

/** The number to dial: what is typed here or on the keypad is dialled at once, all digits together. */
export function DialField({ desk, offeredNumber, supportsVideo, isDisabled }: DialFieldProps) {
  const t = useTranslations("deskPhone");
  const isTyped = desk.digits.trim() !== "";
  const number = isTyped ? desk.digits : (offeredNumber ?? "");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isDisabled && number !== "") desk.dial(number);
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
      <TextField
        label={t("numberToDial")}
        isLabelHidden
        placeholder={offeredNumber ?? t("numberToDial")}
        size="small"
        inputMode="tel"
        value={desk.digits}
        onChange={desk.setDigits}
        className="min-w-24 flex-1"
      />
      {supportsVideo ? (
        <Checkbox isSelected={desk.isVideo} onChange={desk.setVideo}>
          {t("video")}
        </Checkbox>
      ) : null}
      <Button
        type="submit"
        size="small"
        variant={offeredNumber === null ? "default" : "primary"}
        icon={<Phone />}
        isDisabled={isDisabled || number === ""}
      >
        {isTyped || offeredNumber === null ? t("dial") : t("dialNumber", { number: offeredNumber })}
      </Button>
    </form>
  );
}
