"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CheckedItems } from "@/components/bulk-administration/checked-items";
import { GivenFields } from "@/components/bulk-administration/given-fields";
import { JobRefusals } from "@/components/bulk-administration/job-refusals";
import { RefusedUpdate } from "@/components/bulk-administration/refused-update";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useNavigate } from "@/components/console/navigation-guard";
import { useProblemText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { isFinal } from "@/lib/catalog/jobs";
import { startUpdateMutation } from "@/lib/client/bulk";
import { jobQuery } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import type { Problem } from "@/lib/configuration/problem";
import type { JobDetailDto } from "@/lib/contract/job";

type UpdateCheckProps = {
  jobId: string;
  /** Why, when it was typed after the check. */
  reason?: string;
  mayUpdate?: boolean;
};

/** What a dry run of an update found: counts, each value before and after, who is refused and why; and *Update Now*. */
export function UpdateCheck({ jobId, reason = "", mayUpdate = true }: UpdateCheckProps) {
  const t = useTranslations("bulkAdministration.update");
  const { data: job } = useQuery(jobQuery(jobId));
  const heading = useRef<HTMLHeadingElement>(null);
  const hasEnded = job !== undefined && isFinal(job.state);
  useEffect(() => {
    if (!hasEnded) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [hasEnded]);
  return (
    <section aria-labelledby="update-check" className="flex flex-col gap-3 border-t border-line px-4 pt-4">
      <h2
        id="update-check"
        ref={heading}
        tabIndex={-1}
        className="focus-ring w-fit scroll-mt-16 rounded-xs font-semibold"
      >
        {t("checkTitle")}
      </h2>
      {job ? <Checked job={job} reason={reason} mayUpdate={mayUpdate} /> : null}
    </section>
  );
}

function Checked({
  job,
  reason,
  mayUpdate,
}: Required<Omit<UpdateCheckProps, "jobId">> & { job: JobDetailDto }) {
  const t = useTranslations("bulkAdministration");
  const problemText = useProblemText();
  const { state, total, done, failed, outcomes, problem } = job;
  if (!isFinal(state)) {
    const percent = total === 0 ? 0 : ((done + failed) / total) * 100;
    return (
      <div className="max-w-3xl">
        <ProgressBar label={t("job.progress", { done: done + failed, total })} percent={percent} />
      </div>
    );
  }
  const { updated = 0 } = outcomes;
  return (
    <>
      {problem ? <Notice tone="bad">{problemText(problem as Problem)}</Notice> : null}
      <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
        <GivenFields kind={job.resource} fields={job.fields ?? {}} />
        {mayUpdate && updated > 0 ? <UpdateNow job={job} count={updated} reason={reason} /> : null}
      </div>
      <Found job={job} />
    </>
  );
}

function UpdateNow({ job, count, reason }: { job: JobDetailDto; count: number; reason: string }) {
  const t = useTranslations("bulkAdministration.update");
  const navigate = useNavigate();
  const start = useMutation({
    ...startUpdateMutation(),
    onSuccess: ({ jobId }) => navigate(jobPath(jobId)),
  });
  const body = { check: job.id, ...(reason === "" ? {} : { reason }) };
  return (
    <>
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        isPending={start.isPending}
        onPress={() => start.mutate({ params: { resource: bulkResourceOf(job.resource) }, body })}
      >
        {t("now", { count })}
      </Button>
      {start.error ? <RefusedUpdate kind={job.resource} error={start.error} /> : null}
    </>
  );
}

type Finding = "updated" | "unchanged" | "failed";
const findings = ["updated", "unchanged", "failed"] as const satisfies readonly Finding[];

/** The counts, and the objects behind each. */
function Found({ job }: { job: JobDetailDto }) {
  const t = useTranslations("bulkAdministration.update");
  const words = useBulkWords();
  const { outcomes, failed, total } = job;
  const countOf = { updated: outcomes.updated ?? 0, unchanged: outcomes.unchanged ?? 0, failed };
  const [chosen, setChosen] = useState<Finding>(
    () => findings.find((finding) => countOf[finding] > 0) ?? "updated",
  );
  const objects = words.plural(job.resource);
  return (
    <>
      <p role="status">{t("checkSummary", { total, objects, ...countOf })}</p>
      <SegmentedControl
        label={t("checkShow")}
        value={chosen}
        onChange={setChosen}
        options={findings.map((id) => ({ id, label: t(`finding.${id}`, { count: countOf[id] }) }))}
      />
      {chosen === "failed" && failed > 0 ? <JobRefusals job={job} /> : null}
      <CheckedItems
        key={chosen}
        job={job}
        choice={chosen === "failed" ? { state: "failed" } : { outcome: chosen }}
      />
    </>
  );
}
