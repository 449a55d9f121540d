"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, Play } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useJobRefusalText } from "@/components/bulk-administration/use-job-refusal-text";
import { useStatus } from "@/components/console/status";
import { ToolbarButton } from "@/components/console/toolbar";
import { refusalOf } from "@/lib/client/api-error";
import { refreshJobs, updateJobMutation } from "@/lib/client/job";
import type { JobDetailDto } from "@/lib/contract/job";

const ChangeTimeDialog = dynamic(() =>
  import("@/components/bulk-administration/change-time-dialog").then((module) => module.ChangeTimeDialog),
);

/** *Change Time* and *Start Now* of a job that waits for its time. */
export function ScheduleActions({ job: { id, version, ...job } }: { job: JobDetailDto }) {
  const t = useTranslations("device.startTime");
  const status = useStatus();
  const client = useQueryClient();
  const refusalText = useJobRefusalText();
  const [isChanging, setIsChanging] = useState(false);
  const startNow = useMutation({
    ...updateJobMutation(),
    onError: (error) => {
      const refusal = refusalOf(error);
      status.show({ tone: "bad", text: refusalText(refusal), refusal });
    },
    onSuccess: () => status.show({ tone: "info", text: t("startsNow") }),
    onSettled: () => refreshJobs(client),
  });
  return (
    <>
      <ToolbarButton
        id="changeTime"
        icon={<CalendarClock aria-hidden />}
        label={t("change")}
        onPress={() => setIsChanging(true)}
      />
      <ToolbarButton
        id="startNow"
        icon={<Play aria-hidden />}
        label={t("startNow")}
        isPending={startNow.isPending}
        onPress={() => startNow.mutate({ params: { id }, body: { version, at: null } })}
      />
      {isChanging ? (
        <ChangeTimeDialog job={{ id, version, ...job }} onClose={() => setIsChanging(false)} />
      ) : null}
    </>
  );
}
