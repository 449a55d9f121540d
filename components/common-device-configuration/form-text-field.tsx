"use client";

import { Controller } from "react-hook-form";
import {
  type ConfigurationForm,
  fieldIds,
} from "@/components/common-device-configuration/use-configuration-form";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";

type FormTextFieldProps = Pick<
  TextFieldProps,
  "description" | "maximumCharacters" | "isRequired" | "isReadOnly" | "autoFocus" | "inputMode"
> & { form: ConfigurationForm["form"]; name: keyof typeof fieldIds; label: string };

/** A text or number of the form with its error. */
export function FormTextField({ form, name, label, ...rest }: FormTextFieldProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...rest}
          id={fieldIds[name]}
          label={label}
          value={String(field.value)}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={field.ref}
          errorMessage={fieldState.error?.message}
          autoComplete="off"
        />
      )}
    />
  );
}
