"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { callStateKey } from "@/lib/catalog/call-states";
import { callBackAvailability } from "@/lib/configuration/call-back-availability";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";

type CallBackLineProps = { model: string; effective: EffectiveConfigurationDto["saved"] };

/** In one line: whether the phone has CallBack and where, or why it has not [PR-08]. */
export function CallBackLine({ model, effective }: CallBackLineProps) {
  const t = useTranslations("phone.callBack");
  const stateName = useTranslations("catalogue.callState");
  const { list } = useFormatter();
  const { state, callStates, buttons, canHaveSoftkey, canHaveButton } = callBackAvailability(
    model,
    effective,
  );
  if (state === "modelCannot") return <Notice>{t("modelCannot", { model })}</Notice>;
  if (state === "notPlaced") {
    const missing = canHaveSoftkey && canHaveButton ? "notPlaced" : canHaveSoftkey ? "noSoftkey" : "noButton";
    return (
      <Notice tone="caution">
        {t(missing, { softkeyTemplate: effective.softkeyTemplate?.value ?? "", model })}
      </Notice>
    );
  }
  const places = [
    ...(callStates.length > 0
      ? [t("softkey", { states: list(callStates.map((name) => stateName(callStateKey(name)))) })]
      : []),
    ...(buttons.length > 0 ? [t("button", { positions: list(buttons.map(String)) })] : []),
  ];
  return <Notice tone="good">{t("available", { places: places.join("; ") })}</Notice>;
}
