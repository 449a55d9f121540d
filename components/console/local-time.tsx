"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

const subscribeToNothing = () => () => undefined;

type LocalTimeProps = {
  at: string;
  hasSeconds?: boolean;
  /** For rows: without the year when it is this one; the pointer that rests on it is told all. */
  isShort?: boolean;
};

const short = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** A moment in the time zone of the person who looks; on the server, which does not know it, in UTC. */
export function LocalTime({ at, hasSeconds = false, isShort = false }: LocalTimeProps) {
  const locale = useLocale();
  const timeZone = useSyncExternalStore(
    subscribeToNothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const moment = new Date(at);
  const say = (format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...format, hourCycle: "h23", timeZone }).format(moment);
  const full = say({ dateStyle: "medium", timeStyle: hasSeconds ? "medium" : "short" });
  const isThisYear = moment.getFullYear() === new Date().getFullYear();
  return isShort && isThisYear ? (
    <time dateTime={at} title={full} className="whitespace-nowrap">
      {say(short)}
    </time>
  ) : (
    <time dateTime={at} className="whitespace-nowrap">
      {full}
    </time>
  );
}
