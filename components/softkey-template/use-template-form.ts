"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type FieldErrors, useForm, useWatch } from "react-hook-form";
import type { FieldProblem } from "@/components/console/error-summary";
import { useProblemText } from "@/components/console/refusal-text";
import type { Problem } from "@/lib/configuration/problem";
import { checkDescription, checkName } from "@/lib/configuration/text-rules";

/** What the form of a template edits. */
export type TemplateFields = { name: string; description: string; isDefault: boolean };

/** The ids of the inputs, for the links of the error summary. */
export const fieldIds = {
  name: "softkey-template-name",
  description: "softkey-template-description",
} as const;

function isField(name: unknown): name is keyof typeof fieldIds {
  return typeof name === "string" && Object.hasOwn(fieldIds, name);
}

/**
 * The form of a template, checked by the very rules of the server.
 * @param initial what the fields show first; when it changes the fields follow, except those with something unsaved
 */
export function useTemplateForm(initial: TemplateFields) {
  const problemText = useProblemText();
  const [isSummaryShown, setSummaryShown] = useState(false);
  const form = useForm<TemplateFields>({
    defaultValues: initial,
    mode: "onTouched",
    resolver: (values) => {
      const problems = [...checkName(values.name), ...checkDescription(values.description)];
      const errors: FieldErrors<TemplateFields> = {};
      for (const problem of problems.toReversed()) {
        const [field] = problem.path;
        if (isField(field)) errors[field] = { type: problem.code, message: problemText(problem) };
      }
      return problems.length > 0 ? { values: {}, errors } : { values, errors: {} };
    },
  });
  const { name, description, isDefault } = initial;
  const { reset, getValues } = form;
  const shown = useRef<TemplateFields>(initial);

  /** Shows these fields as stored; a field that is not as it was `seen` is being edited and stays. */
  const adopt = useCallback(
    (seen: TemplateFields, stored: TemplateFields) => {
      const typed = getValues();
      shown.current = stored;
      reset({
        name: typed.name === seen.name ? stored.name : typed.name,
        description: typed.description === seen.description ? stored.description : typed.description,
        isDefault: typed.isDefault === seen.isDefault ? stored.isDefault : typed.isDefault,
      });
    },
    [getValues, reset],
  );
  useEffect(
    () => adopt(shown.current, { name, description, isDefault }),
    [adopt, name, description, isDefault],
  );

  return {
    form,
    values: { ...initial, ...useWatch({ control: form.control }) },
    /** Runs the action when every field is right; else shows what is not. */
    submit: (action: (fields: TemplateFields) => Promise<void>) => {
      setSummaryShown(true);
      return form.handleSubmit(action)();
    },
    /** Shows these fields as saved; what was typed after `sent` was sent stays. */
    restart: (sent: TemplateFields, saved: TemplateFields) => {
      setSummaryShown(false);
      adopt(sent, saved);
    },
    /** Shows what the server objects to beside the field. */
    showProblems: (problems: readonly Problem[]) => {
      for (const problem of problems) {
        const [field] = problem.path;
        if (isField(field)) form.setError(field, { type: problem.code, message: problemText(problem) });
      }
    },
    /** The errors with a link to their fields, once saving was tried. */
    summary: (labels: Readonly<Record<keyof typeof fieldIds, string>>): FieldProblem[] =>
      (["name", "description"] as const).flatMap((field) => {
        const message = isSummaryShown ? form.formState.errors[field]?.message : undefined;
        return message === undefined ? [] : [{ fieldId: fieldIds[field], label: labels[field], message }];
      }),
  };
}

export type TemplateForm = ReturnType<typeof useTemplateForm>;
