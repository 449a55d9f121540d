"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { FieldControlProps } from "@/components/console/object/field-control";
import type { AnyField } from "@/components/console/object/object-fields";
import { ReferenceSelect } from "@/components/console/reference-select";

type Reference = Extract<AnyField, { control: "reference" }>;

/** A drop-down of the objects of another kind with its error, which shows as soon as one is chosen. */
export function ObjectReferenceField({ field, form, shared }: FieldControlProps<Reference>) {
  const t = useTranslations("configuration");
  const { isReadOnly, ...rest } = shared;
  const where = field.where?.(form.draft);
  return (
    <Controller
      control={form.form.control}
      name={field.path}
      render={({ field: { value, onChange }, fieldState }) => (
        <ReferenceSelect
          {...rest}
          kind={field.to}
          {...(where ? { where } : {})}
          value={value === "" ? null : String(value)}
          onChange={(name) => {
            onChange(name ?? "");
            void form.form.trigger(field.path);
          }}
          {...(field.isRequired ? {} : { none: t("none") })}
          isDisabled={isReadOnly}
          errorMessage={form.messageAt(field.path, fieldState)}
        />
      )}
    />
  );
}
