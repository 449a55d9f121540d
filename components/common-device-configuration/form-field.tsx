"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import { type FieldName, fieldOf } from "@/components/common-device-configuration/field-groups";
import { FormSelect } from "@/components/common-device-configuration/form-select";
import { FormTextField } from "@/components/common-device-configuration/form-text-field";
import type { ClusterObjects } from "@/components/common-device-configuration/use-cluster-objects";
import {
  type ConfigurationForm,
  fieldIds,
} from "@/components/common-device-configuration/use-configuration-form";
import { useWords } from "@/components/common-device-configuration/use-words";
import { Checkbox } from "@/components/ui/checkbox";

type FormFieldProps = {
  form: ConfigurationForm["form"];
  name: FieldName;
  offered: ClusterObjects["offered"];
  isReadOnly: boolean;
};

/** The control of one field, as the catalogue describes it. */
export function FormField({ form, name, offered, isReadOnly }: FormFieldProps) {
  const t = useTranslations("commonDeviceConfiguration");
  const words = useWords();
  const field = fieldOf(name);
  const shared = { form, name, label: words.field(name), isReadOnly };
  switch (field.type) {
    case "reference": {
      const objects = Object.entries(offered).find(([to]) => to === name)?.[1] ?? [];
      const options = objects.map((object) => ({
        id: object.name,
        label: object.name,
        ...(object.isInstalled ? {} : { detail: t("notInstalled") }),
      }));
      return <FormSelect {...shared} options={options} none={t("none")} />;
    }
    case "choice": {
      const options = field.choices.map((id) => ({ id, label: words.choice(id) }));
      return (
        <FormSelect {...shared} options={options} {...(field.default === null ? { none: t("none") } : {})} />
      );
    }
    case "text":
      return <FormTextField {...shared} maximumCharacters={field.maximumLength} />;
    case "number": {
      const { minimum, maximum } = field;
      return <FormTextField {...shared} inputMode="numeric" description={t("range", { minimum, maximum })} />;
    }
    case "flag":
      return (
        <Controller
          control={form.control}
          name={name}
          render={({ field: { value, onChange } }) => (
            <Checkbox
              id={fieldIds[name]}
              isSelected={value === true}
              onChange={onChange}
              isReadOnly={isReadOnly}
              className="md:col-span-2"
            >
              {shared.label}
            </Checkbox>
          )}
        />
      );
  }
}
