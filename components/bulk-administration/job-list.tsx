"use client";

import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { JobStateMark } from "@/components/bulk-administration/job-state";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { choiceField } from "@/components/console/find-and-list/choice-field";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { LocalTime } from "@/components/console/local-time";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useTranslate } from "@/components/console/use-translate";
import { EmptyState } from "@/components/ui/empty-state";
import { jobKinds, jobStates } from "@/lib/catalog/jobs";
import { refusalOf } from "@/lib/client/api-error";
import { jobsQuery } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import { configurationKinds } from "@/lib/configuration/dependencies";
import type { JobDto } from "@/lib/contract/job";

/** *Job Scheduler*: the jobs, newest first, with how far each is. */
export function JobList() {
  const t = useTranslations();
  const translate = useTranslate();
  const columns = useColumns();
  return (
    <Page
      isList
      at="jobScheduler"
      title={t("findAndList.title", { objects: t("bulkAdministration.job.plural") })}
    >
      <FindAndList
        resource="job"
        objects={t("bulkAdministration.job.plural")}
        fields={[
          { name: "by", label: t("bulkAdministration.job.column.by") },
          { name: "reason", label: t("bulkAdministration.job.column.reason") },
          choiceField(translate, {
            name: "state",
            label: t("bulkAdministration.job.column.state"),
            values: jobStates,
            words: "bulkAdministration.job.state",
          }),
          choiceField(translate, {
            name: "kind",
            label: t("bulkAdministration.job.column.kind"),
            values: jobKinds,
            words: "bulkAdministration.job.kind",
          }),
          choiceField(translate, {
            name: "resource",
            label: t("bulkAdministration.job.column.resource"),
            values: configurationKinds,
            words: "catalogue.configurationKind",
          }),
        ]}
        columns={columns}
        useList={useJobs}
        rowKey={({ id }) => id}
        rowHref={({ id }) => jobPath(id)}
        initialSort="-createdAt"
        empty={
          <EmptyState icon={<ListChecks aria-hidden />} title={t("bulkAdministration.job.empty")}>
            {t("bulkAdministration.job.emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): ListColumn<JobDto>[] {
  const t = useTranslations("bulkAdministration.job");
  const words = useBulkWords();
  return [
    { id: "what", label: t("column.what"), isRowHeader: true, render: words.jobName },
    {
      id: "state",
      label: t("column.state"),
      sortField: "state",
      render: ({ state, startsAt }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <JobStateMark state={state} />
          {state === "scheduled" && startsAt !== null ? <LocalTime at={startsAt} isShort /> : null}
        </span>
      ),
    },
    {
      id: "progress",
      label: t("column.progress"),
      isNumber: true,
      render: ({ done, failed, total }) => t("progress", { done: done + failed, total }),
    },
    {
      id: "failed",
      label: t("column.failed"),
      sortField: "failed",
      isNumber: true,
      render: ({ failed }) => failed,
    },
    {
      id: "createdAt",
      label: t("column.createdAt"),
      sortField: "createdAt",
      render: ({ createdAt }) => <LocalTime at={createdAt} isShort />,
    },
    { id: "by", label: t("column.by"), sortField: "by", render: ({ by }) => by },
    { id: "reason", label: t("column.reason"), sortField: "reason", render: ({ reason }) => reason },
  ];
}

function useJobs(query: ListQuery): ListPage<JobDto> {
  const refusalText = useRefusalText();
  const { data, isPending, isPlaceholderData, error, refetch } = useQuery(jobsQuery(query));
  return {
    items: data?.items,
    nextCursor: data?.nextCursor ?? null,
    total: data?.total,
    isPending,
    isFetching: isPlaceholderData,
    error: error && refusalText(refusalOf(error)),
    retry: () => void refetch(),
  };
}
