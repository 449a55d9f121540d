"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, PencilLine, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { ApplyChanged } from "@/components/bulk-administration/apply-changed";
import { ScheduleActions } from "@/components/bulk-administration/schedule-actions";
import { useJobRefusalText } from "@/components/bulk-administration/use-job-refusal-text";
import { useNavigate } from "@/components/console/navigation-guard";
import { updateFields, valuesInAddress, valuesOfJob } from "@/components/console/object/update-fields";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { DownloadLink } from "@/components/ui/download-link";
import { isFinal } from "@/lib/catalog/jobs";
import { refusalOf } from "@/lib/client/api-error";
import { failedRowsAddress, startImportMutation, updatePath } from "@/lib/client/bulk";
import { cancelJobMutation, refreshJobs, retryJobMutation } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { isConfigurationKind } from "@/lib/configuration/dependencies";
import type { JobDetailDto } from "@/lib/contract/job";

/** What can be done with a job: end it, do what it checked, try again what failed, and what comes after it. */
export function JobActions({ job }: { job: JobDetailDto }) {
  const t = useTranslations("bulkAdministration.job");
  const status = useStatus();
  const navigate = useNavigate();
  const client = useQueryClient();
  const refusalText = useJobRefusalText();
  const onError = (error: unknown) => {
    const refusal = refusalOf(error);
    status.show({ tone: "bad", text: refusalText(refusal), refusal });
    void refreshJobs(client);
  };
  const open = ({ jobId }: { jobId: string }) => navigate(jobPath(jobId));
  const cancel = useMutation({
    ...cancelJobMutation(),
    onError,
    onSuccess: ({ startedAt }) => {
      status.show({ tone: "info", text: t(startedAt === null ? "cancelledScheduled" : "cancelled") });
      return refreshJobs(client);
    },
  });
  const retry = useMutation({ ...retryJobMutation(), onError, onSuccess: open });
  const importNow = useMutation({ ...startImportMutation(), onError, onSuccess: open });
  const { id, resource, fileId, kind, isDryRun } = job;
  const params = { id };
  const hasEnded = isFinal(job.state);
  return (
    <>
      {job.state === "scheduled" ? <ScheduleActions job={job} /> : null}
      {hasEnded ? null : (
        <ToolbarButton
          id="cancelJob"
          icon={<Ban aria-hidden />}
          label={t("cancel")}
          isPending={cancel.isPending}
          onPress={() =>
            cancel.mutate({ params, body: job.state === "scheduled" ? { version: job.version } : {} })
          }
        />
      )}
      {isDryRun && kind === "import" && fileId !== null && isConfigurationKind(resource) && hasEnded ? (
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
      {kind === "update" && hasEnded ? (
        <>
          {resource === "phone" && !isDryRun ? <ApplyChanged job={job} /> : null}
          <ToolbarButton
            id="changeValues"
            icon={<PencilLine aria-hidden />}
            label={t("changeValues")}
            onPress={() => navigate(updateAgainPath(job))}
          />
        </>
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
      {fileId !== null && job.failed > 0 && hasEnded ? (
        <DownloadLink href={failedRowsAddress(id)}>{t("failedRows")}</DownloadLink>
      ) : null}
    </>
  );
}

/** *Update* as it was when the job was made: the same filter, or the same objects, and what was typed. */
function updateAgainPath({ id, resource, where, match, fields }: JobDetailDto): string {
  const values = valuesInAddress(valuesOfJob(updateFields(configurationRules[resource]), fields ?? {}));
  const set = where === null ? { of: id } : { where, match: match ?? "all" };
  return updatePath(resource, { ...set, ...values });
}
