"use client";

import { changeWords } from "@/components/console/object/change-words";
import { valueText } from "@/components/console/object/value-text";
import { useTranslate } from "@/components/console/use-translate";
import { messageKey } from "@/lib/catalog/message-key";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import type { HistoryChange } from "@/lib/configuration/content-rules";
import { shapeAt } from "@/lib/configuration/content-shape";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { fieldName } from "@/lib/i18n/field-name";

/** The words of fields, values and changes of a kind, for pages of many kinds; a kind's own pages may know better ones. */
export function useKindWords(kind: ConfigurationKind) {
  const translate = useTranslate();
  const field = (path: string) => fieldName(translate, kind, path);

  /** A choice of a field; some are named by the catalogue. */
  function choice(path: string, value: string): string {
    const ofCatalogue = `${kind}${path.charAt(0).toUpperCase()}${path.slice(1)}`;
    const keys = [`${kind}.choice.${messageKey(value)}`, `catalogue.${ofCatalogue}.${messageKey(value)}`];
    const known = keys.find((key) => translate.has(key));
    return known === undefined ? value : translate(known);
  }

  const value = (path: string, stored: unknown) => valueText(translate, stored, (text) => choice(path, text));

  const keyOf = (list: string) => {
    const shape = shapeAt(configurationRules[kind].shape, list.split("."));
    return shape?.kind === "list" ? shape.key : undefined;
  };
  const words = changeWords(translate, kind, { field, value, keyOf });
  return {
    translate,
    field,
    choice,
    value,
    changes: (changes: readonly object[]) => changes.map((change) => words.change(change as HistoryChange)),
  };
}
