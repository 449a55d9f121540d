"use client";

import { useTranslations } from "next-intl";
import { ValueField } from "@/components/bulk-administration/value-field";
import { type FieldValue, isSaid, type UpdateField } from "@/components/console/object/update-fields";
import { useKindWords } from "@/components/console/object/use-kind-words";
import { Checkbox } from "@/components/ui/checkbox";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type FieldValuesProps = {
  kind: ConfigurationKind;
  fields: readonly UpdateField[];
  values: readonly FieldValue[];
  onChange: (values: readonly FieldValue[]) => void;
};

/** Every field that can be given, each with a box that says whether it is: none is chosen, and none emptied, by itself. */
export function FieldValues({ kind, fields, values, onChange }: FieldValuesProps) {
  const t = useTranslations("bulkAdministration.update");
  const words = useKindWords(kind);
  const change = (path: string, value: FieldValue | null) =>
    onChange([...values.filter((other) => other.path !== path), ...(value === null ? [] : [value])]);
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
      {fields.map((field) => {
        const path = field.column.name;
        const value = values.find((other) => other.path === path);
        return (
          <div key={path} className="flex min-w-0 flex-col gap-1">
            <Checkbox
              isSelected={value !== undefined}
              onChange={(isChosen) => change(path, isChosen ? { path, text: "", isEmptied: false } : null)}
            >
              <span className="font-medium">{words.field(path)}</span>
            </Checkbox>
            <div className="flex flex-col gap-1 ps-6">
              <ValueField
                field={field}
                label={words.field(path)}
                choiceText={(choice) => words.choice(path, choice)}
                value={value}
                onChange={(said) => change(path, { path, ...said })}
              />
              {value !== undefined && !isSaid(value) ? (
                <p className="text-xs text-caution">
                  {t(field.canBeEmpty ? "valueOrEmpty" : "valueMissing")}
                </p>
              ) : null}
            </div>
          </div>
        );
      })}
    </div>
  );
}
