"use client";

import { Controller } from "react-hook-form";
import type { FieldControlProps } from "@/components/console/object/field-control";
import type { AnyField } from "@/components/console/object/object-fields";
import { Checkbox } from "@/components/ui/checkbox";

type Flag = Extract<AnyField, { control: "flag" }>;

/** A check box of the form with its error. */
export function ObjectFlagField({ field, form, shared }: FieldControlProps<Flag>) {
  const { label, description, isReadOnly, id } = shared;
  return (
    <Controller
      control={form.form.control}
      name={field.path}
      render={({ field: { value, onChange }, fieldState }) => (
        <Checkbox
          id={id}
          isSelected={value === true}
          onChange={onChange}
          isReadOnly={isReadOnly}
          description={description}
          errorMessage={form.messageAt(field.path, fieldState)}
          className="md:col-span-2"
        >
          {label}
        </Checkbox>
      )}
    />
  );
}
