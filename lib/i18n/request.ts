import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { acceptedLocale } from "@/lib/i18n/accept-language";
import { isLocale, localeCookie } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : acceptedLocale((await headers()).get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
