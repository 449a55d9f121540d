"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LocalTime } from "@/components/console/local-time";
import { type Choice, type ThreeWayField, ThreeWayView } from "@/components/console/three-way-view";
import { contentOf } from "@/components/softkey-template/content";
import type { StaleSave } from "@/components/softkey-template/use-save-template";
import { useWords } from "@/components/softkey-template/use-words";
import { isCallState } from "@/lib/catalog/call-states";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import { type MergedField, mergeSoftkeyTemplate } from "@/lib/configuration/softkey-template-merge";

type SettleStaleSaveProps = {
  stale: StaleSave;
  isPending: boolean;
  /** Stores the settled content on top of what is stored now. */
  onSave: (content: SoftkeyTemplateContent) => void;
  onCancel: () => void;
};

/** Somebody else saved first: shows both changes of the template and lets the person choose field by field. */
export function SettleStaleSave({ stale, isPending, onSave, onCancel }: SettleStaleSaveProps) {
  const t = useTranslations("softkeyTemplate.stale");
  const texts = useFieldTexts();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const theirs = contentOf(stale.current);
  const { fields, merged } = mergeSoftkeyTemplate(stale.base, theirs, stale.yours);
  const changed = fields.filter(({ status }) => status !== "same");
  const choiceOf = (id: string): Choice =>
    choices[id] ?? (changed.find(({ field }) => field === id)?.status === "theirs" ? "theirs" : "yours");

  return (
    <ThreeWayView
      intro={
        <>
          {t("intro", { by: stale.current.updatedBy, version: stale.current.version })}{" "}
          <span className="text-muted">
            <LocalTime at={stale.current.updatedAt} />
          </span>
        </>
      }
      fields={changed.map(texts)}
      choiceOf={choiceOf}
      onChoose={(id, choice) => setChoices({ ...choices, [id]: choice })}
      onSave={() => onSave(withChoices(merged, changed, choiceOf))}
      onCancel={onCancel}
      isPending={isPending}
    />
  );
}

/** The merged content with the value that the person chose for each field. */
function withChoices(
  merged: SoftkeyTemplateContent,
  fields: readonly MergedField[],
  choiceOf: (id: string) => Choice,
): SoftkeyTemplateContent {
  let content = merged;
  for (const compared of fields) {
    const value = compared[choiceOf(compared.field)];
    content = isCallState(compared.field)
      ? { ...content, callStates: { ...content.callStates, [compared.field]: value } }
      : { ...content, [compared.field]: value };
  }
  return content;
}

/** A function that words a compared field for the three-way view. */
function useFieldTexts(): (compared: MergedField) => ThreeWayField {
  const t = useTranslations();
  const words = useWords();
  const labels = {
    name: t("softkeyTemplate.name"),
    description: t("common.description"),
    isDefault: t("softkeyTemplate.defaultTemplate"),
  };
  function valueText(value: MergedField["base"]): string {
    if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
    if (typeof value === "string") return value === "" ? t("softkeyTemplate.empty") : value;
    return value.length === 0 ? t("softkeyTemplate.empty") : value.map(words.label).join(" · ");
  }
  return ({ field, base, theirs, yours, status }) => ({
    id: field,
    label: isCallState(field) ? words.callState(field) : labels[field],
    base: valueText(base),
    theirs: valueText(theirs),
    yours: valueText(yours),
    status: status === "same" ? "agreed" : status,
  });
}
