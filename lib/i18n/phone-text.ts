import type { PhoneDisplay } from "@/lib/callback/display/display";
import type { ScreenLine } from "@/lib/callback/display/screen-lines";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";

/** The language of the texts on a phone with this user locale: Korean, else English. */
export function languageOfUserLocale(userLocale: string): Locale {
  return userLocale === "Korean Korea Republic" ? "ko" : "en";
}

/** A line of a screen of call back, in the language of the translator of all areas. */
export function screenLineText(translate: Translate, { key, ...values }: ScreenLine): string {
  return translate(`callBack.line.${key}`, values);
}

/** What the prompt line says; nothing without a prompt. */
export function promptText(translate: Translate, prompt: PhoneDisplay["prompt"]): string {
  return prompt === null ? "" : translate(`callBack.prompt.${prompt}`);
}
