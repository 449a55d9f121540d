"use client";

import { contentOfFields, type Fields, fieldsOf } from "@/components/common-device-configuration/content";
import { fieldNames, fieldOf } from "@/components/common-device-configuration/field-groups";
import { useProblemForm } from "@/components/console/use-problem-form";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import type { Known } from "@/lib/configuration/known";
import type { Problem } from "@/lib/configuration/problem";

/** The ids of the inputs, for the links of the error summary. */
export const fieldIds = Object.fromEntries(
  ["name", "description", ...fieldNames].map((field) => [field, `common-device-configuration-${field}`]),
) as Readonly<Record<keyof Fields, string>>;

/** What was typed into a number field and is no number is told by the range. */
function withRange(problem: Problem): Problem {
  const field = fieldNames.find((name) => name === problem.path[0]);
  const limits = field && fieldOf(field);
  if (problem.code !== "wrongType" || limits?.type !== "number") return problem;
  const { minimum, maximum } = limits;
  return { ...problem, code: "outOfRange", params: { minimum, maximum } };
}

/** What is wrong with a form, by the very rules of the server (PR-02). */
export function problemsOf(fields: Fields, known: Known): Problem[] {
  return (
    commonDeviceConfigurationRules
      .validate(contentOfFields(fields), known)
      // Whether an object exists is the server's to say: the drop-downs may not know all of them.
      .filter(({ code }) => code !== "unknownReference")
      .map(withRange)
  );
}

/**
 * The form of a common device configuration.
 * @param initial what the fields show first
 * @param known what the drop-downs know of the rest of the cluster
 */
export function useConfigurationForm(initial: CommonDeviceConfigurationContent, known: Known) {
  return useProblemForm<Fields, keyof Fields>({
    initial: fieldsOf(initial),
    fieldIds,
    problemsOf: (fields) => problemsOf(fields, known),
  });
}

export type ConfigurationForm = ReturnType<typeof useConfigurationForm>;
