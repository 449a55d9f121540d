"use client";

import { Controller } from "react-hook-form";
import type { FieldName } from "@/components/common-device-configuration/field-groups";
import {
  type ConfigurationForm,
  fieldIds,
} from "@/components/common-device-configuration/use-configuration-form";
import { Select, type SelectOption } from "@/components/ui/select";

// No object can have this name: the character is not allowed in names.
const nothing = "<";

type FormSelectProps = {
  form: ConfigurationForm["form"];
  name: FieldName;
  label: string;
  options: readonly SelectOption<string>[];
  /** The words of the entry that chooses nothing; without it something must be chosen. */
  none?: string;
  isReadOnly: boolean;
};

/** A drop-down of the form with its error, which shows as soon as something is chosen. */
export function FormSelect({ form, name, label, options, none, isReadOnly }: FormSelectProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => {
        const value = String(field.value);
        // What is chosen stays in the list, even when the list does not reach so far.
        const isOffered = value === "" || options.some(({ id }) => id === value);
        return (
          <Select
            id={fieldIds[name]}
            label={label}
            options={[
              ...(none === undefined ? [] : [{ id: nothing, label: none }]),
              ...options,
              ...(isOffered ? [] : [{ id: value, label: value }]),
            ]}
            value={value === "" ? nothing : value}
            onChange={(chosen) => {
              field.onChange(chosen === nothing ? "" : chosen);
              void form.trigger(name);
            }}
            isDisabled={isReadOnly}
            errorMessage={fieldState.error?.message}
          />
        );
      }}
    />
  );
}
