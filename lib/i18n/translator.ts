import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages, type Messages } from "@/lib/i18n/messages";
import type { Translate } from "@/lib/i18n/translate";

/** A translator of all areas whose keys are put together; ask `has` whether there is one. */
export function translatorOf(locale: Locale, messages: Messages): Translate {
  return createTranslator({ locale, messages }) as Translate;
}

/** The same with the texts of the language. */
export async function translatorFor(locale: Locale): Promise<Translate> {
  return translatorOf(locale, await loadMessages(locale));
}
