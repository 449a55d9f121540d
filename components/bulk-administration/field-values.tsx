"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FieldValue, UpdateField } from "@/components/bulk-administration/update-fields";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { ReferenceSelect } from "@/components/console/reference-select";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type FieldValuesProps = {
  kind: ConfigurationKind;
  fields: readonly UpdateField[];
  values: readonly FieldValue[];
  onChange: (values: readonly FieldValue[]) => void;
};

/** The new values: a row for each field that is given. */
export function FieldValues({ kind, fields, values, onChange }: FieldValuesProps) {
  const t = useTranslations("bulkAdministration.update");
  const words = useBulkWords();
  const nextId = Math.max(0, ...values.map(({ id }) => id)) + 1;
  const free = fields.filter(({ column }) => !values.some(({ path }) => path === column.name));
  const change = (changed: FieldValue) =>
    onChange(values.map((value) => (value.id === changed.id ? changed : value)));
  return (
    <div className="flex flex-col gap-2">
      {values.map((value) => {
        const field = fields.find(({ column }) => column.name === value.path);
        const offered = fields.filter((other) => other === field || free.includes(other));
        return (
          <div key={value.id} className="flex flex-wrap items-end gap-2">
            <Select
              label={t("field")}
              className="w-64"
              value={value.path}
              onChange={(path) => change({ ...value, path, text: "" })}
              options={offered.map(({ column }) => ({
                id: column.name,
                label: words.field(kind, column.name),
              }))}
            />
            {field ? (
              <ValueField field={field} text={value.text} onChange={(text) => change({ ...value, text })} />
            ) : null}
            <IconButton
              label={t("remove")}
              hasBorder
              onPress={() => onChange(values.filter(({ id }) => id !== value.id))}
            >
              <Minus />
            </IconButton>
          </div>
        );
      })}
      <IconButton
        label={t("add")}
        hasBorder
        isDisabled={free.length === 0}
        onPress={() => onChange([...values, { id: nextId, path: free[0]?.column.name ?? "", text: "" }])}
      >
        <Plus />
      </IconButton>
    </div>
  );
}

type ValueFieldProps = { field: UpdateField; text: string; onChange: (text: string) => void };

function ValueField({ field: { column, to }, text, onChange }: ValueFieldProps) {
  const t = useTranslations();
  const label = t("bulkAdministration.update.value");
  if (column.type === "boolean") {
    return (
      <Select
        label={label}
        className="w-32"
        value={text === "" ? null : text}
        onChange={onChange}
        options={[
          { id: "true", label: t("common.yes") },
          { id: "false", label: t("common.no") },
        ]}
      />
    );
  }
  if (to !== null) {
    return (
      <ReferenceSelect
        kind={to}
        label={label}
        className="w-72"
        value={text === "" ? null : text}
        onChange={(name) => onChange(name ?? "")}
        {...(column.canBeEmpty ? { none: t("configuration.none") } : {})}
      />
    );
  }
  return <TextField label={label} className="w-72" value={text} onChange={onChange} />;
}
