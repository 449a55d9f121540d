"use client";

import { changeWords } from "@/components/console/object/change-words";
import { useTranslate } from "@/components/console/use-translate";
import { messageKey } from "@/lib/catalog/message-key";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import type { HistoryChange } from "@/lib/configuration/content-rules";
import { shapeAt } from "@/lib/configuration/content-shape";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { fieldName } from "@/lib/i18n/field-name";
import type { Translate } from "@/lib/i18n/problem-text";

/** A stored value in words. */
function valueText(translate: Translate, kind: ConfigurationKind, stored: unknown): string {
  if (typeof stored === "boolean") return translate(stored ? "common.yes" : "common.no");
  if (stored === null || stored === undefined) return translate("configuration.none");
  if (Array.isArray(stored)) return stored.length === 0 ? translate("configuration.none") : stored.join(", ");
  if (stored === "") return translate("configuration.empty");
  const key = `${kind}.choice.${messageKey(String(stored))}`;
  return translate.has(key) ? translate(key) : String(stored);
}

/** The words of differences of objects of any kind, as their histories have them. */
export function useDifferenceWords() {
  const translate = useTranslate();
  return (kind: ConfigurationKind, differences: readonly HistoryChange[]): string[] => {
    const words = changeWords(translate, kind, {
      field: (path) => fieldName(translate, kind, path),
      value: (_path, stored) => valueText(translate, kind, stored),
      keyOf: (list) => {
        const shape = shapeAt(configurationRules[kind].shape, list.split("."));
        return shape?.kind === "list" ? shape.key : undefined;
      },
    });
    return differences.map(words.change);
  };
}
