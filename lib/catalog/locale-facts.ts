import { builtInNetworkLocale, builtInUserLocale } from "@/lib/catalog/locales";

/** What configuration files say of a locale beside its name; what nobody publishes of one is left out. */
export interface LocaleFacts {
  readonly uid?: number;
  readonly langCode?: string;
  readonly version?: string;
  readonly winCharSet?: string;
}

/** Files of Unified CM 11 say 11.0.0.0(1) of the locales that come with it; ours is that of version 15. */
const version = "15.0.0.0(1)";

const builtIn: Readonly<Record<string, LocaleFacts>> = {
  [builtInUserLocale]: { uid: 1, langCode: "en_US", version, winCharSet: "iso-8859-1" },
  [builtInNetworkLocale]: { uid: 64, version },
};

/** Language and country of the user locales that can be installed: ISO 639 and 3166, as in the file of English. */
const langCodes: Readonly<Record<string, string>> = {
  "Chinese China": "zh_CN",
  "Chinese Taiwan": "zh_TW",
  "Danish Denmark": "da_DK",
  "Dutch Netherlands": "nl_NL",
  "English United Kingdom": "en_GB",
  "French France": "fr_FR",
  "German Germany": "de_DE",
  "Italian Italy": "it_IT",
  "Japanese Japan": "ja_JP",
  "Korean Korea Republic": "ko_KR",
  "Portuguese Brazil": "pt_BR",
  "Spanish Spain": "es_ES",
  "Swedish Sweden": "sv_SE",
};

/** The facts of the locale of that name; none of one that nobody knows. */
export function localeFacts(name: string): LocaleFacts {
  if (Object.hasOwn(builtIn, name)) return builtIn[name] ?? {};
  const langCode = Object.hasOwn(langCodes, name) ? langCodes[name] : undefined;
  return langCode === undefined ? {} : { langCode };
}
