"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { FieldControlProps } from "@/components/console/object/field-control";
import type { AnyField } from "@/components/console/object/object-fields";
import { Select } from "@/components/ui/select";

// No choice is called so: the character is not allowed.
const nothing = "<";

type Choice = Extract<AnyField, { control: "choice" }>;

/** A drop-down of a few values with its error, which shows as soon as something is chosen. */
export function ObjectChoiceField({ field, form, words, shared }: FieldControlProps<Choice>) {
  const t = useTranslations("configuration");
  const { isReadOnly, ...rest } = shared;
  const choices = typeof field.choices === "function" ? field.choices(form.draft) : field.choices;
  return (
    <Controller
      control={form.form.control}
      name={field.path}
      render={({ field: { value, onChange }, fieldState }) => {
        const chosen = String(value);
        // What is stored stays in the list, even when it is offered no more.
        const ids = chosen === "" || choices.includes(chosen) ? choices : [...choices, chosen];
        return (
          <Select
            {...rest}
            options={[
              ...(field.isOptional ? [{ id: nothing, label: t("none") }] : []),
              ...ids.map((id) => ({ id, label: words.choice(field.path, id) })),
            ]}
            value={chosen === "" ? (field.isOptional ? nothing : null) : chosen}
            placeholder={t("reference.choose")}
            onChange={(id) => {
              onChange(id === nothing ? "" : id);
              void form.form.trigger(field.path);
            }}
            isDisabled={isReadOnly}
            errorMessage={form.messageAt(field.path, fieldState)}
          />
        );
      }}
    />
  );
}
