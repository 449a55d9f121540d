"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { Controller } from "react-hook-form";
import { ErrorSummary } from "@/components/console/error-summary";
import { fieldIds, type TemplateForm } from "@/components/softkey-template/use-template-form";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import { maximumDescriptionLength, maximumNameLength } from "@/lib/configuration/text-rules";

type TemplateFieldSetProps = {
  templateForm: TemplateForm;
  onSubmit: () => void;
  /** Name and description cannot be changed, as of a standard template. */
  isTextReadOnly?: boolean;
  /** The default mark cannot be changed either. */
  isReadOnly?: boolean;
  isNameFocused?: boolean;
};

/** *Softkey Template Name*, *Description* and *Default Softkey Template* (SK-02, SK-04). */
export function TemplateFieldSet({
  templateForm,
  onSubmit,
  isTextReadOnly = false,
  isReadOnly = false,
  isNameFocused = false,
}: TemplateFieldSetProps) {
  const t = useTranslations();
  const labels = { name: t("softkeyTemplate.name"), description: t("common.description") };
  const { form, summary } = templateForm;
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form noValidate onSubmit={submit} className="flex max-w-xl flex-col gap-4">
      <ErrorSummary problems={summary(labels)} />
      <Controller
        control={form.control}
        name="name"
        render={({ field, fieldState }) => (
          <TextField
            id={fieldIds.name}
            label={labels.name}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            inputRef={field.ref}
            errorMessage={fieldState.error?.message}
            maximumCharacters={maximumNameLength}
            isRequired={!(isReadOnly || isTextReadOnly)}
            isReadOnly={isReadOnly || isTextReadOnly}
            autoFocus={isNameFocused}
            autoComplete="off"
          />
        )}
      />
      <Controller
        control={form.control}
        name="description"
        render={({ field, fieldState }) => (
          <TextField
            id={fieldIds.description}
            label={labels.description}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            inputRef={field.ref}
            errorMessage={fieldState.error?.message}
            maximumCharacters={maximumDescriptionLength}
            isReadOnly={isReadOnly || isTextReadOnly}
            autoComplete="off"
          />
        )}
      />
      <Controller
        control={form.control}
        name="isDefault"
        render={({ field }) => (
          <Checkbox
            isSelected={field.value}
            onChange={field.onChange}
            isReadOnly={isReadOnly}
            description={t("softkeyTemplate.defaultExplanation")}
          >
            {t("softkeyTemplate.defaultTemplate")}
          </Checkbox>
        )}
      />
      {/* Lets Enter in a field save, as the Save button of the toolbar does. */}
      <button type="submit" hidden />
    </form>
  );
}
