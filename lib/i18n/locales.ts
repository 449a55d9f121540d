/** Languages of the console, in the order in which the language menu shows them. */
export const locales = ["en", "ko"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** The cookie that remembers a person's language before and after sign-in. */
export const localeCookie = "ringback-locale";

/** True when the text names a language of the console. */
export function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}
