import { displayOf, type PhoneDisplay } from "@/lib/callback/display/display";
import type { Phone } from "@/lib/callback/state/phone";
import type { Reader } from "@/lib/callback/state/world";
import type { ShownDto } from "@/lib/contract/phone-operation";
import { registrationOf } from "@/lib/devices/device";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";
import { translatorFor } from "@/lib/i18n/translator";
import type { CachedDevice } from "@/lib/server/runtime/calls/row-cache";

/** The user locales whose texts the product has, beside English; one is chosen only while it is installed [PR-02]. */
const languages: Readonly<Record<string, Locale>> = { "Korean Korea Republic": "ko" };

const translators = new Map<Locale, Translate>();

/** Loads the texts of phones; to be awaited before displays are made. */
export async function loadPhoneTexts(): Promise<void> {
  for (const locale of ["en", "ko"] as const) {
    if (translators.has(locale)) continue;
    translators.set(locale, await translatorFor(locale));
  }
}

function translate(userLocale: string): Translate {
  const found = translators.get(languages[userLocale] ?? "en");
  if (!found) throw new Error("The texts of phones are not loaded");
  return found;
}

/** Everything to see and hear on a phone, in words. `device` is null for a phone of another cluster. */
export function toDisplayDto(reader: Reader, phone: Phone, device: CachedDevice["device"] | null): ShownDto {
  const display: PhoneDisplay = displayOf(reader, phone);
  const words = translate(display.userLocale);
  const say = (key: string, values?: Readonly<Record<string, string>>) => words(`callBack.${key}`, values);
  return {
    phone: display.phone,
    model: phone.model,
    registration: device ? registrationOf(device) : display.registration,
    hook: display.hook,
    callState: display.callState,
    tone: display.tone,
    prompt: display.prompt === null ? "" : say(`prompt.${display.prompt}`),
    notices: display.notices.map(({ key, ...values }) => say(`notice.${key}`, values)),
    softkeys: [...display.softkeys],
    screen: display.screen && {
      kind: display.screen.kind,
      title: say("title"),
      lines: display.screen.lines.map(({ key, ...values }) => say(`line.${key}`, values)),
      softkeys: [...display.screen.softkeys],
    },
    buttons: display.buttons.map((button) => ({ ...button })),
    calls: display.calls.map((call) => ({ ...call })),
    dnd: { ...phone.dnd },
    lines: phone.running.lines.map(({ index, directoryNumber, displayName }) => ({
      ...{ index, directoryNumber, displayName },
    })),
    userLocale: display.userLocale,
    user: device?.login?.userId ?? null,
  };
}
