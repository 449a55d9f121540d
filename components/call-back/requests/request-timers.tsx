"use client";

import { useLocale, useTranslations } from "next-intl";
import type { RequestDto } from "@/lib/contract/call-back";
import type { Translate } from "@/lib/i18n/translate";

/** The timers that run for a request, and when each ends. */
export function RequestTimers({ timers }: Pick<RequestDto, "timers">) {
  const t = useTranslations("callBackRequest.timer");
  const name = t as Translate;
  const locale = useLocale();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium", hourCycle: "h23", timeZone: "UTC" });
  return (
    <ul>
      {timers.map(({ kind, dueAt }) => (
        <li key={kind} className="whitespace-nowrap text-xs">
          {t("until", { kind: name.has(kind) ? name(kind) : kind, time: time.format(new Date(dueAt)) })}
        </li>
      ))}
    </ul>
  );
}
