"use client";

import { useTranslations } from "next-intl";
import {
  choiceOf,
  conditionsOf,
  type FilterRow,
  needsText,
  rowsOf,
} from "@/components/console/find-and-list/filter";
import type { ListField, ListQuery } from "@/components/console/find-and-list/types";
import { TagList } from "@/components/ui/tag-list";

type FilterChipsProps = {
  fields: readonly ListField[];
  query: ListQuery;
  onFind: (conditions: string[], match: "all" | "any") => void;
};

/** What the list is filtered by now, a chip a condition; each can be taken away. */
export function FilterChips({ fields, query: { where, match }, onFind }: FilterChipsProps) {
  const t = useTranslations("findAndList");
  const rows = rowsOf(where, fields);
  if (rows.length === 0) return null;

  function words({ field: name, operator, text }: FilterRow): string {
    const field = fields.find((candidate) => candidate.name === name);
    const values = { field: field?.label ?? name, operator: t(`operators.${operator}`) };
    if (!needsText(operator)) return t("chip.withoutValue", values);
    const choice = operator === "isExactly" ? choiceOf(field, text) : undefined;
    return choice
      ? t("chip.choice", { ...values, value: choice.label })
      : t("chip.text", { ...values, value: text });
  }
  const isAny = rows.length > 1 && match === "any";
  return (
    <TagList
      label={t(isAny ? "chip.labelAny" : "chip.label")}
      tags={rows.map((row) => ({ id: String(row.id), label: words(row) }))}
      removeLabel={(label) => t("chip.remove", { condition: label })}
      onRemove={(id) => onFind(conditionsOf(rows.filter((row) => String(row.id) !== id)), match)}
      className="px-4 pb-3"
    />
  );
}
