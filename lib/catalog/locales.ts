/** A user locale is the language of a phone's texts, a network locale the tones of a country [PR-02]. */
export const localeKinds = ["user", "network"] as const;
export type LocaleKind = (typeof localeKinds)[number];

/** The contents with which an empty database is filled. */
export type Seed = "demo" | "empty";

interface StandardLocale {
  readonly name: string;
  readonly kind: LocaleKind;
  readonly installedIn: readonly Seed[];
}

/** What applies where nothing else is chosen; always installed, part of the product. */
export const builtInUserLocale = "English United States";
export const builtInNetworkLocale = "United States";

/** The locales every cluster lists; those not installed can be, by a locale installer. */
export const standardLocales: readonly StandardLocale[] = [
  { name: builtInUserLocale, kind: "user", installedIn: ["demo", "empty"] },
  { name: "Korean Korea Republic", kind: "user", installedIn: ["demo"] },
  { name: builtInNetworkLocale, kind: "network", installedIn: ["demo", "empty"] },
  { name: "Korea Republic", kind: "network", installedIn: ["demo"] },
];

/** True for the locales that come with the product and cannot be taken away. */
export function isBuiltInLocale(name: string): boolean {
  return name === builtInUserLocale || name === builtInNetworkLocale;
}
