"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { JobFacts } from "@/components/bulk-administration/job-facts";
import { JobItems } from "@/components/bulk-administration/job-items";
import { DryRunBadge } from "@/components/bulk-administration/job-state";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useNavigate } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { DownloadLink } from "@/components/ui/download-link";
import { isFinal } from "@/lib/catalog/jobs";
import { refusalOf } from "@/lib/client/api-error";
import { failedRowsAddress, startImportMutation } from "@/lib/client/bulk";
import { cancelJobMutation, jobQuery, refreshJobs, retryJobMutation } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import { isConfigurationKind } from "@/lib/configuration/dependencies";
import type { JobDto } from "@/lib/contract/job";

/** A job: how far it is, what became of each of its objects, and what can be done with it. */
export function JobPage({ id, mayUpdate }: { id: string; mayUpdate: boolean }) {
  const words = useBulkWords();
  const { data: job } = useQuery(jobQuery(id));
  if (!job) return null;
  const name = words.jobName(job);
  return (
    <Page
      at="jobScheduler"
      title={name}
      below={[{ label: name }]}
      badges={job.isDryRun ? <DryRunBadge /> : null}
      actions={mayUpdate ? <JobActions job={job} /> : undefined}
    >
      <JobFacts job={job} />
      <JobItems job={job} />
    </Page>
  );
}

function JobActions({ job }: { job: JobDto }) {
  const t = useTranslations("bulkAdministration.job");
  const status = useStatus();
  const navigate = useNavigate();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const onError = (error: unknown) => {
    const refusal = refusalOf(error);
    status.show({ tone: "bad", text: refusalText(refusal), refusal });
  };
  const open = ({ jobId }: { jobId: string }) => navigate(jobPath(jobId));
  const cancel = useMutation({
    ...cancelJobMutation(),
    onError,
    onSuccess: () => {
      status.show({ tone: "info", text: t("cancelled") });
      return refreshJobs(client);
    },
  });
  const retry = useMutation({ ...retryJobMutation(), onError, onSuccess: open });
  const importNow = useMutation({ ...startImportMutation(), onError, onSuccess: open });
  const { id, resource, fileId } = job;
  const params = { id };
  return (
    <>
      {isFinal(job.state) ? null : (
        <ToolbarButton
          id="cancelJob"
          icon={<Ban aria-hidden />}
          label={t("cancel")}
          isPending={cancel.isPending}
          onPress={() => cancel.mutate({ params })}
        />
      )}
      {job.isDryRun &&
      job.kind === "import" &&
      fileId !== null &&
      isConfigurationKind(resource) &&
      isFinal(job.state) ? (
        <ToolbarButton
          id="importNow"
          variant="primary"
          icon={<Play aria-hidden />}
          label={t("importNow")}
          isPending={importNow.isPending}
          onPress={() =>
            importNow.mutate({
              params: { resource: bulkResourceOf(resource) },
              body: { file: fileId, mode: job.mode ?? "both", reason: job.reason },
            })
          }
        />
      ) : null}
      {job.canRetry ? (
        <ToolbarButton
          id="retryJob"
          icon={<RotateCcw aria-hidden />}
          label={t("retry")}
          isPending={retry.isPending}
          onPress={() => retry.mutate({ params, body: { reason: job.reason } })}
        />
      ) : null}
      {fileId !== null && job.failed > 0 && isFinal(job.state) ? (
        <DownloadLink href={failedRowsAddress(id)}>{t("failedRows")}</DownloadLink>
      ) : null}
    </>
  );
}
