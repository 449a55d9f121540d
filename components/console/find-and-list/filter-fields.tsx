"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import {
  choiceOf,
  type FilterRow,
  needsText,
  operatorsOf,
  withField,
  withOperator,
} from "@/components/console/find-and-list/filter";
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

/** The controls of one search row: the value is typed, or chosen where the values are few and known. */
export function FilterFields({ row, fields, onChange, onAdd, onRemove, textRef }: FilterFieldsProps) {
  const t = useTranslations();
  const field = fields.find(({ name }) => name === row.field);
  // An address may compare in a way that is not offered; the row shows what it asks all the same.
  const operators = [...new Set([...operatorsOf(field), row.operator])];
  const choices = row.operator === "isExactly" ? field?.choices : undefined;
  const chosen = choiceOf(field, row.text);
  function chooseField(name: string) {
    const next = fields.find((candidate) => candidate.name === name);
    if (next) onChange(withField(row, field, next));
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
        onChange={(operator) => onChange(withOperator(row, field, operator))}
        options={operators.map((operator) => ({
          id: operator,
          label: t(`findAndList.operators.${operator}`),
        }))}
      />
      {choices ? (
        <Select
          label={t("findAndList.choiceOf", { field: field?.label ?? "" })}
          isLabelHidden
          size="small"
          className="w-48"
          value={chosen?.id ?? row.text}
          onChange={(text) => onChange({ ...row, text })}
          options={chosen ? choices : [...choices, { id: row.text, label: row.text }]}
        />
      ) : (
        <TextField
          label={t("findAndList.valueOf", { field: field?.label ?? "" })}
          isLabelHidden
          size="small"
          className="w-48"
          type={field?.isInstant ? "date" : "text"}
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
