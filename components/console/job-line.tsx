"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { LocalTime } from "@/components/console/local-time";
import { useRefusalText } from "@/components/console/refusal-text";
import { type FollowedJob, useStatus } from "@/components/console/status";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Spinner } from "@/components/ui/spinner";
import { isFinal, type JobState, jobOutcomes } from "@/lib/catalog/jobs";
import { refusalOf } from "@/lib/client/api-error";
import { refreshPending, refreshPhones } from "@/lib/client/device";
import { jobQuery } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import type { JobDto } from "@/lib/contract/job";

/** An action on phones that was begun on this page: that it has begun, how far it is, how it has ended, and the way to its job. */
export function JobLine({ job: { id, command, target } }: { job: FollowedJob }) {
  const t = useTranslations();
  const { unfollow } = useStatus();
  const refusalText = useRefusalText();
  const { data: job, error } = useQuery(jobQuery(id));
  const hasEnded = job !== undefined && isFinal(job.state);
  const client = useQueryClient();
  useEffect(() => {
    // One that is over within a moment is not noticed by the bar, which else has the page follow.
    if (!hasEnded) return;
    void refreshPhones(client, { isLast: true });
    void refreshPending(client);
  }, [client, hasEnded]);
  const title = t("device.sheet.title", { command: t(`common.${command}`), target });
  const said = hasEnded ? ended(job) : t("device.follow.begun");
  return (
    <section
      aria-label={title}
      className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-1.5 print:hidden"
    >
      <StateMark state={job?.state ?? "queued"} />
      {/* How far it is would be read out every second. */}
      <span role="status">
        <Late>
          <span className="font-medium">{title}</span> <span className="ms-1">{said}</span>
        </Late>
      </span>
      {error && !job ? <span className="text-bad">{refusalText(refusalOf(error))}</span> : null}
      {job && !hasEnded ? (
        <div className="w-56">
          <ProgressBar label={progress(job)} percent={percentOf(job)} />
        </div>
      ) : null}
      <Link href={jobPath(id)}>
        {hasEnded && job.failed > 0
          ? t("device.follow.showFailed", { count: job.failed })
          : t("device.sheet.showJob")}
      </Link>
      {hasEnded ? (
        <span className="ms-auto flex items-center gap-2 text-muted">
          {job.finishedAt === null ? null : <LocalTime at={job.finishedAt} isShort />}
          <IconButton label={t("common.close")} size="small" onPress={() => unfollow(id)}>
            <X />
          </IconButton>
        </span>
      ) : null}
    </section>
  );

  function progress({ state, done, failed, total }: JobDto): string {
    if (state === "queued") return t("bulkAdministration.job.summary.queued");
    return t("device.follow.progress", { done: done + failed, total, failed });
  }

  function ended({ state, outcomes, failed }: JobDto): string {
    const counts = jobOutcomes.flatMap((outcome) => {
      const count = outcomes[outcome] ?? 0;
      return count === 0 ? [] : [`${t(`bulkAdministration.job.outcome.${outcome}`)} ${count}`];
    });
    const all = failed === 0 ? counts : [...counts, `${t("bulkAdministration.job.column.failed")} ${failed}`];
    const how = state === "cancelled" || state === "failed" ? state : failed > 0 ? "partly" : "well";
    const word = t(`device.follow.ended.${how}`);
    return all.length === 0 ? word : `${word} ${all.join(" · ")}`;
  }
}

function percentOf({ done, failed, total }: JobDto): number {
  return total === 0 ? 0 : ((done + failed) / total) * 100;
}

/** What is in a live region a moment after the region itself, which else would not be announced. */
function Late({ children }: { children: React.ReactNode }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return isThere ? children : null;
}

function StateMark({ state }: { state: JobState }) {
  switch (state) {
    case "queued":
    case "running":
      return <Spinner />;
    case "done":
      return <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />;
    case "failed":
      return <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />;
    case "partial":
    case "cancelled":
      return <TriangleAlert aria-hidden className="size-4 shrink-0 text-caution" />;
  }
}
