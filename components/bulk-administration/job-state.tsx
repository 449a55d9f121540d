"use client";

import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Spinner } from "@/components/ui/spinner";
import type { JobState } from "@/lib/catalog/jobs";

const icons: Readonly<Record<Exclude<JobState, "running">, readonly [LucideIcon, string]>> = {
  scheduled: [CalendarClock, "text-muted"],
  queued: [CircleDashed, "text-muted"],
  done: [CircleCheck, "text-good"],
  partial: [TriangleAlert, "text-caution"],
  failed: [CircleAlert, "text-bad"],
  cancelled: [Ban, "text-muted"],
};

/** The state of a job: colour, mark and word. */
export function JobStateMark({ state }: { state: JobState }) {
  const t = useTranslations("bulkAdministration.job.state");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {state === "running" ? <Spinner /> : <StateIcon state={state} />}
      {t(state)}
    </span>
  );
}

function StateIcon({ state }: { state: Exclude<JobState, "running"> }) {
  const [Icon, look] = icons[state];
  return <Icon aria-hidden className={`size-4 shrink-0 ${look}`} />;
}

/** Tells that nothing is changed. */
export function DryRunBadge() {
  const t = useTranslations("bulkAdministration.job");
  return <Badge>{t("dryRun")}</Badge>;
}
