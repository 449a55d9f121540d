import type { messages as englishMessages } from "@/lib/i18n/en/messages";
import type { Locale } from "@/lib/i18n/locales";

export type Messages = typeof englishMessages;

// One chunk a language: nobody loads texts they cannot read.
const loaders: Readonly<Record<Locale, () => Promise<{ messages: Messages }>>> = {
  en: () => import("@/lib/i18n/en/messages"),
  ko: () => import("@/lib/i18n/ko/messages"),
};

/** All texts of one language, one object an area under the area's camelCase name. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await loaders[locale]()).messages;
}
