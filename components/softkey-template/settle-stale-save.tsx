"use client";

import { useTranslations } from "next-intl";
import { StaleIntro } from "@/components/console/stale-intro";
import { type Choice, type ThreeWayField, ThreeWayView } from "@/components/console/three-way-view";
import { useChoices } from "@/components/console/use-choices";
import { contentOf } from "@/components/softkey-template/content";
import type { StaleTemplateSave } from "@/components/softkey-template/use-save-template";
import { useWords } from "@/components/softkey-template/use-words";
import { isCallState } from "@/lib/catalog/call-states";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import { type MergedField, mergeSoftkeyTemplate } from "@/lib/configuration/softkey-template-merge";

type SettleStaleSaveProps = {
  stale: StaleTemplateSave;
  isPending: boolean;
  /** Stores the settled content on top of what is stored now. */
  onSave: (content: SoftkeyTemplateContent) => void;
  onCancel: () => void;
};

/** Somebody else saved first: shows both changes of the template and lets the person choose field by field. */
export function SettleStaleSave({ stale, isPending, onSave, onCancel }: SettleStaleSaveProps) {
  const texts = useFieldTexts();
  const { fields, merged } = mergeSoftkeyTemplate(stale.base, contentOf(stale.current), stale.yours);
  const changed = fields.filter(({ status }) => status !== "same");
  const shown = changed.map(texts);
  const { choiceOf, choose } = useChoices(shown);
  return (
    <ThreeWayView
      intro={<StaleIntro current={stale.current} />}
      fields={shown}
      choiceOf={choiceOf}
      onChoose={choose}
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
    if (typeof value === "string") return value === "" ? t("configuration.empty") : value;
    return value.length === 0 ? t("configuration.empty") : value.map(words.label).join(" · ");
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
