"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRefusalText } from "@/components/console/refusal-text";
import type { ApiRefusal } from "@/lib/client/api-error";
import type { JobDetailDto } from "@/lib/contract/job";

/** The job as somebody else has left it; null unless that is why it was refused. */
export function staleJob({ code, data }: ApiRefusal): JobDetailDto | null {
  return code === "stale" && data.current ? (data.current as JobDetailDto) : null;
}

/** A function that says why something was not done with a job; when somebody has changed it meanwhile, when it starts now. */
export function useJobRefusalText(): (refusal: ApiRefusal) => string {
  const t = useTranslations("bulkAdministration.job");
  const locale = useLocale();
  const refusalText = useRefusalText();
  return (refusal) => {
    const job = staleJob(refusal);
    if (!job) return refusalText(refusal);
    if (job.state !== "scheduled" || job.startsAt === null) return t("startedMeanwhile");
    const format = new Intl.DateTimeFormat(locale, {
      ...{ dateStyle: "medium", timeStyle: "short", hourCycle: "h23" },
    });
    return t("changedMeanwhile", { time: format.format(new Date(job.startsAt)) });
  };
}
