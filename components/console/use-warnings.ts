"use client";

import { useProblemText } from "@/components/console/refusal-text";
import type { Warnings } from "@/lib/contract/configuration-fields";

/** More warnings than these are counted by the page itself, which marks each of them. */
const mostWarnings = 3;

/** What an answer warns of, in words: the first few. */
export function useWarnings(): (stored: { warnings?: Warnings }) => string[] {
  const problemText = useProblemText();
  return ({ warnings = [] }) =>
    warnings.slice(0, mostWarnings).map(({ path, code, params = {} }) => problemText({ path, code, params }));
}
