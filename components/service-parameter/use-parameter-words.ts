"use client";

import { useTranslate } from "@/components/console/use-translate";
import { messageKey } from "@/lib/catalog/message-key";
import type { ServiceParameterFacts } from "@/lib/catalog/service-parameters";
import type { ServiceParameterValue } from "@/lib/configuration/service-parameter";
import type { Translate } from "@/lib/i18n/translate";

/** The key of a choice, of True and of False in the words. */
export function choiceKey(value: unknown): string {
  return messageKey(String(value));
}

/** The words of service parameters: their names, what they do, their values. */
export function useParameterWords() {
  const translate = useTranslate();
  const t: Translate = Object.assign(
    (key: string, values?: Record<string, string | number>) => translate(`serviceParameter.${key}`, values),
    { has: (key: string) => translate.has(`serviceParameter.${key}`) },
  );

  /** A value in words, with its unit. */
  function value(facts: ServiceParameterFacts, stored: ServiceParameterValue): string {
    if (stored === null) return translate("configuration.none");
    if (stored === "") return translate("configuration.empty");
    if (facts.type === "number" && typeof stored === "number") {
      return t(`amount.${facts.unit}`, { value: stored });
    }
    const key = `choice.${choiceKey(stored)}`;
    return (facts.type === "choice" || facts.type === "flag") && t.has(key) ? t(key) : String(stored);
  }
  return {
    name: (name: string) => t(`parameter.${messageKey(name)}.name`),
    help: (name: string) => t(`parameter.${messageKey(name)}.help`),
    choice: (choice: string | boolean) => t(`choice.${choiceKey(choice)}`),
    value,
  };
}
