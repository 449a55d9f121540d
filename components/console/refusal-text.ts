"use client";

import { useTranslate } from "@/components/console/use-translate";
import type { ApiRefusal } from "@/lib/client/api-error";
import type { Problem } from "@/lib/configuration/problem";
import { problemText } from "@/lib/i18n/problem-text";

/** A function that says in the person's language what a problem is and what to do. */
export function useProblemText(): (problem: Problem) => string {
  const translate = useTranslate();
  return (problem) => problemText(translate, problem);
}

/** A function that says in the person's language why the API refused. */
export function useRefusalText(): (refusal: ApiRefusal) => string {
  const translate = useTranslate();
  return ({ code, data }) => {
    const key = `errors.${code}`;
    const seconds = typeof data.retryAfterSeconds === "number" ? data.retryAfterSeconds : 0;
    return translate(translate.has(key) ? key : "errors.internal", { seconds });
  };
}
