"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fact } from "@/components/console/fact";
import { LocalTime } from "@/components/console/local-time";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { minutesLate } from "@/lib/catalog/jobs";
import { objectPath } from "@/lib/client/object-path";
import type { JobDetailDto } from "@/lib/contract/job";

/** True when a job has yet to find its phones. */
export function isToBeFound(job: JobDetailDto): boolean {
  return isToldAsPhones(job) || (job.state === "scheduled" && job.where !== null);
}

/** True when `ScheduleFacts` tells the object of a job, of which all phones will be found that use it. */
export function isToldAsPhones({ state, of }: JobDetailDto): boolean {
  return state === "scheduled" && of !== null && of.kind !== "phone";
}

/** When a job starts that was scheduled, in the zone in which that was said too, who has changed that, and for which phones. */
export function ScheduleFacts({ job }: { job: JobDetailDto }) {
  const t = useTranslations("bulkAdministration.job");
  const { state, startsAt, timeZone, startedAt, idleUntil, changedBy, of, where, match } = job;
  return (
    <>
      {startsAt === null ? null : (
        <Fact label={t(state === "scheduled" ? "startsAt" : "wasForTime")}>
          <LocalTime at={startsAt} />
          {timeZone === null ? null : <ZoneTime at={startsAt} timeZone={timeZone} />}
        </Fact>
      )}
      {startsAt === null || startedAt === null ? null : (
        <Fact label={t("startedAt")}>
          <LocalTime at={startedAt} />
        </Fact>
      )}
      {idleUntil === null ? null : (
        <Fact label={t("idleUntil")}>
          <LocalTime at={idleUntil} />
        </Fact>
      )}
      {changedBy === null ? null : <Fact label={t("changedBy")}>{changedBy}</Fact>}
      {of === null || !isToldAsPhones(job) ? null : (
        <Fact label={t("phones")}>
          {t("phonesOf")} <Link href={objectPath(of.kind, of.name) ?? ""}>{of.name}</Link>
        </Fact>
      )}
      {state === "scheduled" && where !== null ? (
        <Fact label={t("phones")}>
          {t(match === "any" && where.length > 1 ? "phonesThatMatchAny" : "phonesThatMatch")}
          {where.map((condition) => (
            <code key={condition} className="ms-2 text-xs">
              {condition}
            </code>
          ))}
        </Fact>
      ) : null}
    </>
  );
}

function ZoneTime({ at, timeZone }: { at: string; timeZone: string }) {
  const t = useTranslations("bulkAdministration.job");
  const locale = useLocale();
  const time = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone },
  }).format(new Date(at));
  return (
    <span className="block text-xs text-muted">
      {t("inZone", { time, zone: timeZone.replaceAll("_", " ") })}
    </span>
  );
}

/** Says that a job could not start at its time. */
export function LateNotice({ job: { startsAt, startedAt } }: { job: JobDetailDto }) {
  const t = useTranslations("bulkAdministration.job");
  const minutes = minutesLate(startsAt, startedAt);
  return minutes > 0 ? <Notice tone="caution">{t("late", { minutes })}</Notice> : null;
}
