"use client";

import { useCallback, useMemo, useState } from "react";
import { type FieldError, get, set, useForm, useWatch } from "react-hook-form";
import type { FieldProblem } from "@/components/console/error-summary";
import { asTold } from "@/components/console/object/as-told";
import { fieldsOf, listAt } from "@/components/console/object/described-fields";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyField, AnyObject } from "@/components/console/object/object-fields";
import { contentOfValues, type FormValues, isAt, valuesOf } from "@/components/console/object/object-values";
import { useKnown } from "@/components/console/object/use-known";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { useProblemText } from "@/components/console/refusal-text";
import { sameContent } from "@/lib/configuration/content-patch";
import { storedOrder } from "@/lib/configuration/content-shape";
import type { Known } from "@/lib/configuration/known";
import type { Problem } from "@/lib/configuration/problem";

/** The id of a field's control, for the links of the error summary. */
export function fieldId(kind: string, path: string): string {
  return `${kind}-${path.replaceAll(".", "-")}`;
}

/** The field that a problem is about, or undefined when it is about none of them. */
export function fieldOfProblem(fields: readonly AnyField[], { path }: Problem): AnyField | undefined {
  return fields.find((field) => isAt(field.path, path));
}

/** What is wrong with a content, by the very rules of the server. */
export function problemsOf(object: ObjectKind, content: AnyObject, known: Known): Problem[] {
  const fields = fieldsOf(object);
  return (
    object.rules
      .validate(content, known)
      // Whether an object exists is the server's to say: the drop-downs do not know all of them.
      .filter(({ code }) => code !== "unknownReference")
      .map((problem) => asTold(problem, fieldOfProblem(fields, problem)))
  );
}

/** A problem whose place in a list is as the list is typed; lists are checked in the order in which they are stored. */
export function asTyped(object: ObjectKind, values: FormValues, problem: Problem): Problem {
  const field = fieldOfProblem(fieldsOf(object), problem);
  const list = field && listAt(object, field.path);
  if (!list) return problem;
  const depth = field.path.split(".").length;
  const items: unknown = get(values, field.path);
  const position = problem.path[depth];
  if (!Array.isArray(items) || typeof position !== "number") return problem;
  const typed = storedOrder(list, items)[position] ?? position;
  return { ...problem, path: problem.path.with(depth, typed) };
}

type Refused = { problems: readonly Problem[]; values: FormValues };

/**
 * The form of an object: its values, the draft that they say, and what is wrong with it.
 * @param base the content that the form starts from; what has no field stays as it is there
 */
export function useObjectForm(object: ObjectKind, base: AnyObject, words: ObjectWords) {
  const problemText = useProblemText();
  const [isSummaryShown, setSummaryShown] = useState(false);
  const [refused, setRefused] = useState<Refused>({ problems: [], values: {} });
  const fields = useMemo(() => fieldsOf(object), [object]);
  const form = useForm<FormValues>({
    defaultValues: valuesOf(object, base),
    mode: "onTouched",
    resolver: (values) => {
      const problems = problemsOf(object, contentOfValues(object, base, values), known);
      const errors = {};
      for (const problem of problems) {
        const field = fieldOfProblem(fields, problem);
        if (field && get(errors, field.path) === undefined) set(errors, field.path, errorOf(problem));
      }
      return problems.length === 0 ? { values, errors: {} } : { values: {}, errors };
    },
  });
  const values = useWatch({ control: form.control }) as FormValues;
  const draft = contentOfValues(object, base, values);
  const known = useKnown(object, draft);
  const found = problemsOf(object, draft, known);
  // What the server objected to counts until the field is changed.
  const stillRefused = refused.problems.filter((problem) => {
    const path = fieldOfProblem(fields, problem)?.path;
    return path === undefined || sameContent(get(values, path), get(refused.values, path));
  });
  const problems = [...found, ...stillRefused].map((problem) => asTyped(object, values, problem));

  function errorOf(problem: Problem): FieldError {
    return { type: problem.code, message: problemText(problem) };
  }

  const { reset, getValues, setValue } = form;
  const restart = useCallback(
    (content: AnyObject, sent?: FormValues) => {
      setSummaryShown(false);
      setRefused({ problems: [], values: {} });
      const typed = structuredClone(getValues());
      reset(valuesOf(object, content));
      if (!sent) return;
      for (const { path } of fields) {
        const later: unknown = get(typed, path);
        if (!sameContent(later, get(sent, path))) setValue(path, later, { shouldDirty: true });
      }
    },
    [object, fields, reset, getValues, setValue],
  );

  return {
    form,
    draft,
    /** Everything that is wrong now, by the rules or as the server said. */
    problems,
    isSummaryShown,
    /** What is wrong with a field, in words, once it was left or saving was tried; always as it is now. */
    messageAt: (path: string, { isTouched, error }: { isTouched: boolean; error?: FieldError }) => {
      const problem = problems.find((candidate) => isAt(path, candidate.path));
      return problem && (isSummaryShown || isTouched || error) ? problemText(problem) : undefined;
    },
    /** Runs the action with what is typed when everything is right; else shows what is not. */
    submit: (action: (values: FormValues) => Promise<void>) => {
      setSummaryShown(true);
      // A problem without a field does not stop it: the server has the last word.
      return form.handleSubmit(() => action(structuredClone(getValues())))();
    },
    /** Starts again from this content, as stored; what was typed after `sent` was sent stays. */
    restart,
    /** Shows what the server objects to beside its field. */
    showProblems: (objections: readonly Problem[]) => {
      setRefused({ problems: objections, values: structuredClone(getValues()) });
      for (const problem of objections) {
        const field = fieldOfProblem(fields, problem);
        if (field && field.control !== "custom") form.setError(field.path, errorOf(problem));
      }
    },
    /** The errors with a link to their fields, once saving was tried. */
    summary: (): FieldProblem[] =>
      isSummaryShown
        ? problems.map((problem) => {
            const field = fieldOfProblem(fields, problem);
            const message = problemText(problem);
            if (!field) return { fieldId: null, label: null, message };
            const steps = problem.path.slice(field.path.split(".").length);
            const id = [fieldId(object.kind, field.path), ...steps].join("-");
            return { fieldId: id, label: words.place(problem.path, values), message };
          })
        : [],
  };
}

export type ObjectForm = ReturnType<typeof useObjectForm>;
