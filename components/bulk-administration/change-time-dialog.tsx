"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { staleJob, useJobRefusalText } from "@/components/bulk-administration/use-job-refusal-text";
import { draftOf, firstDraft, startTimeInput } from "@/components/console/start-time/start-time-draft";
import { StartTimeFields } from "@/components/console/start-time/start-time-fields";
import { useStatus } from "@/components/console/status";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { refreshJobs, updateJobMutation } from "@/lib/client/job";
import type { JobDetailDto } from "@/lib/contract/job";

type ChangeTimeDialogProps = { job: JobDetailDto; onClose: () => void };

/** Another time for a job that waits for its time, said in the zone in which the first one was. */
export function ChangeTimeDialog({ job, onClose }: ChangeTimeDialogProps) {
  const t = useTranslations();
  const words = useBulkWords();
  const status = useStatus();
  const client = useQueryClient();
  const refusalText = useJobRefusalText();
  const { id, startsAt, timeZone } = job;
  // Of the job that was looked at: what somebody else says meanwhile is told before it can be overwritten.
  const [version, setVersion] = useState(job.version);
  const [draft, setDraft] = useState(() =>
    startsAt === null || timeZone === null ? firstDraft(new Date()) : draftOf(new Date(startsAt), timeZone),
  );
  const at = startTimeInput(draft);
  const change = useMutation({
    ...updateJobMutation(),
    onError: (error) => {
      const current = staleJob(refusalOf(error));
      if (current) setVersion(current.version);
    },
    onSuccess: () => {
      status.show({ tone: "good", text: t("device.startTime.changed") });
      onClose();
    },
    onSettled: () => refreshJobs(client),
  });
  const refusal = change.error ? refusalOf(change.error) : null;
  const timeProblem = refusal?.problems.find(({ path }) => path[0] === "at");
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("device.startTime.changeTitle", { job: words.jobName(job) })}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            variant="primary"
            isDisabled={at === null}
            isPending={change.isPending}
            onPress={() => at && change.mutate({ params: { id }, body: { version, at } })}
          >
            {t("device.startTime.change")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {refusal && !timeProblem ? (
          <div role="alert">
            <Notice tone="bad" title={t("device.startTime.notChanged")}>
              {refusalText(refusal)}
            </Notice>
          </div>
        ) : null}
        <StartTimeFields
          draft={draft}
          onChange={(next) => {
            if (next.offset === undefined) change.reset();
            setDraft(next);
          }}
          problem={timeProblem}
        />
      </div>
    </Dialog>
  );
}
