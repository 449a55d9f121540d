"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { type FilterRow, needsText, operatorsOf, rowFor } from "@/components/console/find-and-list/filter";
import type { ListField } from "@/components/console/find-and-list/types";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";

type FilterFieldsProps = {
  row: FilterRow;
  fields: readonly ListField[];
  onChange: (row: FilterRow) => void;
  onAdd: () => void;
  /** null for the only row, which cannot be taken away. */
  onRemove: (() => void) | null;
  textRef: Ref<HTMLInputElement>;
};

/** The controls of one search row. A yes-or-no field is compared with Yes or No only, one of few values with those. */
export function FilterFields({ row, fields, onChange, onAdd, onRemove, textRef }: FilterFieldsProps) {
  const t = useTranslations();
  const field = fields.find(({ name }) => name === row.field);
  const yesOrNo = [
    { id: "true", label: t("common.yes") },
    { id: "false", label: t("common.no") },
  ];
  const choices = field?.kind === "boolean" ? yesOrNo : field?.choices;
  function chooseField(name: string) {
    const next = fields.find((candidate) => candidate.name === name);
    if (!next) return;
    const isAlike = !choices && !next.choices && field?.kind === next.kind;
    onChange(isAlike ? { ...row, field: name } : rowFor(next, row.id));
  }
  return (
    <>
      <Select
        label={t("findAndList.field")}
        isLabelHidden
        size="small"
        className="w-52"
        value={row.field}
        onChange={chooseField}
        options={fields.map(({ name, label }) => ({ id: name, label }))}
      />
      <Select
        label={t("findAndList.operator")}
        isLabelHidden
        size="small"
        className="w-36"
        value={row.operator}
        onChange={(operator) => onChange({ ...row, operator })}
        options={(field ? operatorsOf(field) : []).map((operator) => ({
          id: operator,
          label: t(`findAndList.operators.${operator}`),
        }))}
      />
      {choices ? (
        <Select
          label={t("findAndList.value")}
          isLabelHidden
          size="small"
          className={field?.kind === "boolean" ? "w-24" : "w-48"}
          value={choices.some(({ id }) => id === row.text) ? row.text : (choices[0]?.id ?? null)}
          onChange={(text) => onChange({ ...row, text })}
          options={choices}
        />
      ) : (
        <TextField
          label={t("findAndList.valueOf", { field: field?.label ?? "" })}
          isLabelHidden
          size="small"
          className="w-48"
          type={field?.kind === "date" ? "date" : "text"}
          value={row.text}
          onChange={(text) => onChange({ ...row, text })}
          isDisabled={!needsText(row.operator)}
          inputRef={textRef}
        />
      )}
      <IconButton label={t("findAndList.addRow")} size="small" hasBorder onPress={onAdd}>
        <Plus />
      </IconButton>
      {onRemove === null ? null : (
        <IconButton label={t("findAndList.removeRow")} size="small" hasBorder onPress={onRemove}>
          <Minus />
        </IconButton>
      )}
    </>
  );
}
