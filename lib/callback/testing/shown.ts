import type { PhoneHandle } from "@/lib/callback/scenario/phone-handle";
import { languageOfUserLocale, promptText, screenLineText } from "@/lib/i18n/phone-text";
import type { Translate } from "@/lib/i18n/translate";
import { translatorFor } from "@/lib/i18n/translator";

export const translators = { en: await translatorFor("en"), ko: await translatorFor("ko") };

function translatorOf(phone: PhoneHandle): Translate {
  return translators[languageOfUserLocale(phone.phone.running.userLocale)];
}

/** The text of the phone's screen, its lines joined by a space; null when none is open. */
export function screenOn(phone: PhoneHandle): string | null {
  const { screen } = phone.display;
  return screen?.lines.map((line) => screenLineText(translatorOf(phone), line)).join(" ") ?? null;
}

/** The keys of the phone's screen. */
export function keysOn(phone: PhoneHandle): readonly string[] {
  return phone.display.screen?.softkeys ?? [];
}

/** What the prompt line of the phone says. */
export function promptOn(phone: PhoneHandle): string {
  return promptText(translatorOf(phone), phone.display.prompt);
}
