"use client";

import { useTranslations } from "next-intl";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { useProblemText } from "@/components/console/refusal-text";
import type { Said } from "@/components/console/said-line";
import { useButtonWords } from "@/components/phone-button-template/use-button-words";
import type { ButtonFeature } from "@/lib/catalog/button-features";
import type { ButtonGroup } from "@/lib/configuration/button-groups";
import type { PhoneButtonTemplateContent, TemplateButton } from "@/lib/configuration/phone-button-template";
import {
  type ButtonEdit,
  changeButtonCount,
  chooseFeature,
  chooseFeatures,
} from "@/lib/configuration/phone-button-template-edit";

type ButtonTableInput = {
  /** The draft: model, protocol and the buttons as they are now. */
  template: PhoneButtonTemplateContent;
  onChange: (buttons: readonly TemplateButton[]) => void;
};

/**
 * The steps of the button table over buttons that are kept elsewhere. The steps stay the same functions while the
 * buttons change, so that only the rows that change are drawn again.
 */
export function useButtonTable({ template, onChange }: ButtonTableInput) {
  const t = useTranslations("phoneButtonTemplate.said");
  const words = useButtonWords();
  const problemText = useProblemText();
  const [said, setSaid] = useState<Said | null>(null);
  // Buttons that were taken away come back as they were with the module.
  const taken = useRef<readonly TemplateButton[]>([]);
  const now = { template, onChange, refused: problemText };
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });

  const take = useCallback((edit: ButtonEdit): edit is Extract<ButtonEdit, { ok: true }> => {
    if (edit.ok) {
      setSaid(null);
      latest.current.onChange(edit.template.buttons);
    } else setSaid({ text: latest.current.refused(edit.problem), isRefusal: true });
    return edit.ok;
  }, []);

  const setFeature = useCallback(
    (position: number, feature: ButtonFeature) => {
      take(chooseFeature(latest.current.template, position, feature));
    },
    [take],
  );
  const setLabel = useCallback((position: number, label: string) => {
    // Whatever is typed stays; the row tells what is wrong with it.
    const { template: before, onChange: change } = latest.current;
    change(before.buttons.map((button) => (button.position === position ? { ...button, label } : button)));
  }, []);

  function setAll({ first, last }: ButtonGroup, feature: ButtonFeature) {
    const edit = chooseFeatures(template, first, last, feature);
    if (!take(edit)) return;
    setSaid({ text: t("allSet", { first, last, feature: words.feature(feature) }), isRefusal: false });
  }

  function setCount(count: number) {
    const before = template.buttons.length;
    const edit = changeButtonCount(template, count, taken.current);
    if (!take(edit) || count === before) return;
    if (count < before) taken.current = [...template.buttons, ...taken.current.slice(before)];
    const key = count > before ? "added" : "removed";
    setSaid({ text: t(key, { count: Math.abs(count - before), buttons: count }), isRefusal: false });
  }

  return { said, setFeature, setLabel, setAll, setCount };
}
