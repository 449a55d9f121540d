import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale, type Locale, localeCookie } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** The first language of an Accept-Language header that the console speaks. */
function acceptedLocale(header: string | null): Locale {
  const wanted = (header ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? defaultLocale;
}

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : acceptedLocale((await headers()).get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
