"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { JobActions } from "@/components/bulk-administration/job-actions";
import { JobFacts } from "@/components/bulk-administration/job-facts";
import { JobItems } from "@/components/bulk-administration/job-items";
import { DryRunBadge } from "@/components/bulk-administration/job-state";
import { isToBeFound } from "@/components/bulk-administration/schedule-facts";
import { UpdateCheck } from "@/components/bulk-administration/update-check";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { Page } from "@/components/console/page";
import type { RelatedLink } from "@/components/console/related-links";
import { jobQuery } from "@/lib/client/job";
import { objectPath } from "@/lib/client/object-path";
import type { JobDetailDto } from "@/lib/contract/job";

/** A job: how far it is, what became of each of its objects, and what can be done with it. */
export function JobPage({ id, mayUpdate }: { id: string; mayUpdate: boolean }) {
  const t = useTranslations("bulkAdministration.job");
  const words = useBulkWords();
  const { data: job } = useQuery(jobQuery(id));
  if (!job) return null;
  const name = words.jobName(job);
  const linksOf = ({ of }: JobDetailDto): RelatedLink[] => {
    const href = of && objectPath(of.kind, of.name);
    return of && href ? [{ id: "back", label: t("backTo", { name: of.name }), href }] : [];
  };
  const isCheck = job.isDryRun && job.kind === "update";
  return (
    <Page
      at="jobScheduler"
      title={name}
      below={[{ label: name }]}
      relatedLinks={linksOf(job)}
      badges={job.isDryRun ? <DryRunBadge /> : null}
      actions={mayUpdate ? <JobActions job={job} /> : undefined}
    >
      <JobFacts job={job} />
      {isCheck ? <UpdateCheck jobId={id} mayUpdate={mayUpdate} /> : null}
      {isToBeFound(job) ? (
        <p className="border-t border-line px-4 py-3 text-muted">{t("chosenLater")}</p>
      ) : null}
      {isCheck || isToBeFound(job) ? null : <JobItems job={job} />}
    </Page>
  );
}
