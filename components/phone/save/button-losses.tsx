"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ButtonChange } from "@/components/phone/save/button-change";
import { type ButtonFeature, buttonFeatureKey } from "@/lib/catalog/button-features";
import { linesLosingButton, speedDialsLosingButton } from "@/lib/configuration/button-template-change";

/** Which lines, speed dials and features lose their button, and what becomes of them [PH-05]. */
export function ButtonLosses({ change }: { change: ButtonChange }) {
  const t = useTranslations("phone.buttonChange");
  const feature = useTranslations("catalogue.buttonFeature");
  const { plan, from, to, model } = change;
  const names = (features: readonly ButtonFeature[]) =>
    features.map((name) => feature(buttonFeatureKey(name))).join(", ");
  const lines = linesLosingButton(plan);
  const speedDials = speedDialsLosingButton(plan);
  return (
    <div className="flex flex-col gap-3">
      <p>{from === to ? t("modules") : t("template", { from, to })}</p>
      {lines.length === 0 ? null : (
        <Losses title={t("lines", { count: lines.length })} explanation={t("linesExplanation")}>
          {lines.map(({ index, directoryNumber, from: position }) => (
            <li key={index}>{t("line", { index, number: directoryNumber, position: position ?? 0 })}</li>
          ))}
        </Losses>
      )}
      {speedDials.length === 0 ? null : (
        <Losses
          title={t("speedDials", { count: speedDials.length })}
          explanation={t("speedDialsExplanation")}
        >
          {speedDials.map(({ index, number, from: position }) => (
            <li key={index}>{t("speedDial", { index, number, position: position ?? 0 })}</li>
          ))}
        </Losses>
      )}
      {plan.featuresLost.length === 0 ? null : (
        <p>{t("featuresLost", { features: names(plan.featuresLost) })}</p>
      )}
      {plan.featuresGained.length === 0 ? null : (
        <p>{t("featuresGained", { features: names(plan.featuresGained) })}</p>
      )}
      {plan.isPartiallyRegistered ? <p>{t("partial", { model })}</p> : null}
    </div>
  );
}

function Losses(props: { title: string; explanation: string; children: ReactNode }) {
  return (
    <div>
      <p className="font-medium">{props.title}</p>
      <ul className="list-disc ps-5">{props.children}</ul>
      <p className="pt-1 text-muted">{props.explanation}</p>
    </div>
  );
}
