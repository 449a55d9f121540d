"use client";

import { useTranslations } from "next-intl";
import { type FieldName, fieldNames, fieldOf } from "@/components/common-device-configuration/field-groups";
import { messageKey } from "@/lib/catalog/message-key";
import type { ContentChange } from "@/lib/configuration/content-difference";
import type { MergedValue } from "@/lib/configuration/content-merge";
import type { Translate } from "@/lib/i18n/problem-text";

function isFieldName(name: string): name is FieldName {
  return fieldNames.some((field) => field === name);
}

/** Fields, their values and changes of a common device configuration in the person's language. */
export function useWords() {
  const translate = useTranslations() as unknown as Translate;

  function field(name: string): string {
    if (name === "name" || name === "description") return translate(`common.${name}`);
    return translate(`commonDeviceConfiguration.field.${name}`);
  }
  const choice = (value: string) => translate(`commonDeviceConfiguration.choice.${messageKey(value)}`);

  function value(name: string, stored: MergedValue): string {
    if (typeof stored === "boolean") return translate(stored ? "common.yes" : "common.no");
    if (stored === null) return translate("commonDeviceConfiguration.none");
    if (stored === "") return translate("configuration.empty");
    const isChoice = isFieldName(name) && fieldOf(name).type === "choice";
    return isChoice ? choice(String(stored)) : String(stored);
  }

  function changes(all: readonly ContentChange[]): string[] {
    return all.flatMap((change) => {
      if (change.kind === "renamed") {
        return translate("configuration.change.renamed", { from: change.from, to: change.to });
      }
      // The object has no lists.
      if (change.kind !== "valueChanged") return [];
      return translate("configuration.change.valueChanged", {
        field: field(change.field),
        from: value(change.field, change.from),
        to: value(change.field, change.to),
      });
    });
  }
  return { field, choice, value, changes };
}
