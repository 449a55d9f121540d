"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { FieldControlProps } from "@/components/console/object/field-control";
import type { AnyField } from "@/components/console/object/object-fields";
import { TextField } from "@/components/ui/text-field";

type TextOrNumber = Extract<AnyField, { control: "text" | "number" }>;

/** A text or number of the form with its error; a number tells its range. */
export function ObjectTextField({ field, form, shared, isFirst }: FieldControlProps<TextOrNumber>) {
  const t = useTranslations("configuration");
  const { description, ...rest } = shared;
  function help() {
    if (field.control === "text") return description;
    const { minimum, maximum } = field;
    const range = t(field.isOptional ? "rangeOrEmpty" : "range", { minimum, maximum });
    return description === undefined ? range : `${description} ${range}`;
  }
  return (
    <Controller
      control={form.form.control}
      name={field.path}
      render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
        <TextField
          {...rest}
          {...(field.control === "text" && field.maximum !== undefined
            ? { maximumCharacters: field.maximum }
            : {})}
          {...(field.control === "text" && field.isMonospace ? { isMonospace: true } : {})}
          {...(field.control === "number" ? { inputMode: "numeric" as const } : {})}
          description={help()}
          value={String(value)}
          onChange={onChange}
          onBlur={onBlur}
          inputRef={ref}
          errorMessage={form.messageAt(field.path, fieldState)}
          autoComplete="off"
          autoFocus={isFirst}
        />
      )}
    />
  );
}
