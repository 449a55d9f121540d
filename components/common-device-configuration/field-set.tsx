"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { fieldGroups, fieldNames } from "@/components/common-device-configuration/field-groups";
import { FormField } from "@/components/common-device-configuration/form-field";
import { FormTextField } from "@/components/common-device-configuration/form-text-field";
import type { ClusterObjects } from "@/components/common-device-configuration/use-cluster-objects";
import type {
  ConfigurationForm,
  fieldIds,
} from "@/components/common-device-configuration/use-configuration-form";
import { useWords } from "@/components/common-device-configuration/use-words";
import { ErrorSummary } from "@/components/console/error-summary";
import { maximumDescriptionLength, maximumNameLength } from "@/lib/configuration/text-rules";

type ConfigurationFieldSetProps = {
  configurationForm: ConfigurationForm;
  offered: ClusterObjects["offered"];
  onSubmit: () => void;
  isReadOnly?: boolean;
  isNew?: boolean;
};

/** All fields of a common device configuration, section by section (CD-01, CD-02). */
export function ConfigurationFieldSet({
  configurationForm,
  offered,
  onSubmit,
  isReadOnly = false,
  isNew = false,
}: ConfigurationFieldSetProps) {
  const t = useTranslations("commonDeviceConfiguration");
  const words = useWords();
  const { form, summary } = configurationForm;
  const labels = Object.fromEntries(
    ["name", "description", ...fieldNames].map((field) => [field, words.field(field)]),
  ) as Record<keyof typeof fieldIds, string>;
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form noValidate onSubmit={submit} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary problems={summary(labels)} />
      {fieldGroups.map(({ id, fields }) => (
        <section key={id} aria-labelledby={`group-${id}`} className="flex flex-col gap-3">
          <h2 id={`group-${id}`} className="border-b border-line pb-1 text-base font-semibold">
            {t(`group.${id}`)}
          </h2>
          <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
            {id === "information" ? (
              <>
                <FormTextField
                  form={form}
                  name="name"
                  label={labels.name}
                  maximumCharacters={maximumNameLength}
                  isRequired={!isReadOnly}
                  isReadOnly={isReadOnly}
                  autoFocus={isNew}
                />
                <FormTextField
                  form={form}
                  name="description"
                  label={labels.description}
                  maximumCharacters={maximumDescriptionLength}
                  isReadOnly={isReadOnly}
                />
              </>
            ) : null}
            {fields.map((name) => (
              <FormField key={name} form={form} name={name} offered={offered} isReadOnly={isReadOnly} />
            ))}
          </div>
        </section>
      ))}
      {/* Lets Enter in a field save, as the Save button of the toolbar does. */}
      <button type="submit" hidden />
    </form>
  );
}
