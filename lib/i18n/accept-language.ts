import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/** The language of an Accept-Language header that is wanted most among those that the console speaks. */
export function acceptedLocale(header: string | null): Locale {
  const wanted = (header ?? "").split(",").map((part) => {
    const [language = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return {
      locale: language.replace(/-.*/, ""),
      quality: quality === undefined ? 1 : Number(quality) || 0,
    };
  });
  const preferred = wanted
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return preferred.map(({ locale }) => locale).find(isLocale) ?? defaultLocale;
}
