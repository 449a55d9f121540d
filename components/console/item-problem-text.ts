"use client";

import { valueText } from "@/components/console/object/value-text";
import { useTranslate } from "@/components/console/use-translate";
import type { ProblemCode } from "@/lib/configuration/problem";
import { softkeyText } from "@/lib/i18n/catalogue-text";
import { problemText } from "@/lib/i18n/problem-text";
import type { Translate } from "@/lib/i18n/translate";

/** What was wrong with an item of a job, as the API answers it. */
interface ItemProblem {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** A value of an object, whatever it is, in words: also what a list or an item of one has in it. */
function anyValueText(translate: Translate, value: unknown): string | number {
  if (typeof value === "number") return value;
  if (typeof value !== "object" || value === null)
    return valueText(translate, value, (text) => softkeyText(translate, text, "name"));
  const parts = (Array.isArray(value) ? value : Object.values(value)).filter(
    (part) => part !== null && part !== "",
  );
  if (parts.length === 0) return translate("configuration.none");
  return parts.map((part) => anyValueText(translate, part)).join(Array.isArray(value) ? ", " : " · ");
}

/** A function that says what was wrong with an item of a job; of an undo with the values before and now. */
export function useItemProblemText(): (problem: ItemProblem) => string {
  const translate = useTranslate();
  return ({ path, code, params = {} }) => {
    const texts = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "before" && name !== "now"
        ? value
        : anyValueText(translate, value),
    ]);
    return problemText(translate, { path, code, params: Object.fromEntries(texts) });
  };
}
