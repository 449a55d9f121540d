"use client";

import { useCallback, useState } from "react";
import {
  type DefaultValues,
  type FieldError,
  type FieldErrors,
  type FieldValues,
  type Path,
  useForm,
} from "react-hook-form";
import type { FieldProblem } from "@/components/console/error-summary";
import { useProblemText } from "@/components/console/refusal-text";
import type { Problem } from "@/lib/configuration/problem";

type ProblemFormOptions<Fields extends FieldValues, Id extends Path<Fields>> = {
  /** What the fields show first. */
  initial: Fields;
  /** The ids of the inputs that can be wrong, in the order of the page. */
  fieldIds: Readonly<Record<Id, string>>;
  /** The very rules of the server. */
  problemsOf: (fields: Fields) => readonly Problem[];
};

/** A form whose errors are problems of the rules: beside their fields, and in a summary once saving was tried. */
export function useProblemForm<Fields extends FieldValues, Id extends Path<Fields>>({
  initial,
  fieldIds,
  problemsOf,
}: ProblemFormOptions<Fields, Id>) {
  const problemText = useProblemText();
  const [isSummaryShown, setSummaryShown] = useState(false);
  const isField = (name: unknown): name is Id => typeof name === "string" && Object.hasOwn(fieldIds, name);

  /** The first problem of each field, in words. */
  function errorsOf(problems: readonly Problem[]): Map<Id, FieldError> {
    const errors = new Map<Id, FieldError>();
    for (const problem of problems) {
      const [field] = problem.path;
      if (!isField(field) || errors.has(field)) continue;
      errors.set(field, { type: problem.code, message: problemText(problem) });
    }
    return errors;
  }

  const form = useForm<Fields>({
    defaultValues: initial as DefaultValues<Fields>,
    mode: "onTouched",
    resolver: (fields) => {
      const errors = errorsOf(problemsOf(fields));
      return errors.size === 0
        ? { values: fields, errors: {} }
        : { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Fields> };
    },
  });
  const { reset, getValues, setValue } = form;
  const restart = useCallback(
    (fields: Fields, sent?: Fields) => {
      setSummaryShown(false);
      const typed = { ...getValues() };
      reset(fields);
      for (const field of Object.keys(sent ?? {}) as Path<Fields>[]) {
        if (typed[field] !== sent?.[field]) setValue(field, typed[field], { shouldDirty: true });
      }
    },
    [reset, getValues, setValue],
  );

  return {
    form,
    /** Runs the action when every field is right; else shows what is not. */
    submit: (action: (fields: Fields) => Promise<void>) => {
      setSummaryShown(true);
      return form.handleSubmit(action)();
    },
    /** Starts again from these fields, as stored; what was typed after `sent` was sent stays. */
    restart,
    /** Shows what the server objects to beside the field. */
    showProblems: (problems: readonly Problem[]) => {
      for (const [field, error] of errorsOf(problems)) form.setError(field, error);
    },
    /** The errors with a link to their fields, once saving was tried. */
    summary: (labels: Readonly<Record<Id, string>>): FieldProblem[] =>
      (Object.keys(fieldIds) as Id[]).flatMap((field) => {
        const { error } = form.getFieldState(field, form.formState);
        const message = isSummaryShown ? error?.message : undefined;
        return message === undefined ? [] : [{ fieldId: fieldIds[field], label: labels[field], message }];
      }),
  };
}
