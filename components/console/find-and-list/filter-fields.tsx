"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { type FilterRow, needsText } from "@/components/console/find-and-list/filter";
import { type ListField, textOperators } from "@/components/console/find-and-list/types";
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

/** The controls of one search row. A yes-or-no field is compared with Yes or No only. */
export function FilterFields({ row, fields, onChange, onAdd, onRemove, textRef }: FilterFieldsProps) {
  const t = useTranslations();
  const field = fields.find(({ name }) => name === row.field);
  const isBoolean = field?.kind === "boolean";
  function chooseField(name: string) {
    const isNextBoolean = fields.find((candidate) => candidate.name === name)?.kind === "boolean";
    if (isNextBoolean) onChange({ ...row, field: name, operator: "isExactly", text: "true" });
    else onChange({ ...row, field: name, text: isBoolean ? "" : row.text });
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
        options={textOperators
          .filter((operator) => !isBoolean || operator === "isExactly")
          .map((operator) => ({ id: operator, label: t(`findAndList.operators.${operator}`) }))}
      />
      {isBoolean ? (
        <Select
          label={t("findAndList.value")}
          isLabelHidden
          size="small"
          className="w-24"
          value={row.text === "false" ? "false" : "true"}
          onChange={(text) => onChange({ ...row, text })}
          options={[
            { id: "true", label: t("common.yes") },
            { id: "false", label: t("common.no") },
          ]}
        />
      ) : (
        <TextField
          label={t("findAndList.valueOf", { field: field?.label ?? "" })}
          isLabelHidden
          size="small"
          className="w-48"
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
