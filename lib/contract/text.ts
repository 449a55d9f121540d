import { z } from "zod";
import type { Problem } from "@/lib/configuration/problem";
import { checkText } from "@/lib/configuration/text-rules";

/** Text that a rule checks; what the rule objects to is answered in the rule's own words. */
export function textOf(rule: (text: string, path: Problem["path"]) => readonly Problem[]) {
  return z.string().superRefine((text, context) => {
    for (const problem of rule(text, [])) context.addIssue({ code: "custom", params: { problem } });
  });
}

/** A whole number in a path or query: decimal digits and nothing else. */
export function wholeNumber(minimum: number, maximum: number) {
  const digits = /^-?\d+$/;
  return z.preprocess(
    (value) => (typeof value === "string" && digits.test(value) ? Number(value) : value),
    z.number().int().min(minimum).max(maximum),
  );
}

/** Far longer than any name. */
const longestWantedName = 250;

/** The name of an object that somebody looks for: no object can have a name that is longer, or not to be shown. */
export const wantedName = textOf((text, path) => checkText(text, longestWantedName, path));
