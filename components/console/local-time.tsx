"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

const subscribeToNothing = () => () => undefined;

type LocalTimeProps = { at: string; hasSeconds?: boolean };

/** A moment in the time zone of the person who looks; on the server, which does not know it, in UTC. */
export function LocalTime({ at, hasSeconds = false }: LocalTimeProps) {
  const locale = useLocale();
  const timeZone = useSyncExternalStore(
    subscribeToNothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: hasSeconds ? "medium" : "short",
    hourCycle: "h23",
    timeZone,
  });
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {format.format(new Date(at))}
    </time>
  );
}
