"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useNavigate } from "@/components/console/navigation-guard";
import type { ChosenPhones } from "@/lib/client/device";
import { refreshJobs } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import type { DeviceCommand } from "@/lib/devices/forecast";

const ActionSheet = dynamic(() =>
  import("@/components/console/device/action-sheet").then((module) => module.ActionSheet),
);

type PhonesActionProps = {
  chosen: ChosenPhones;
  count: number;
  command: DeviceCommand;
  onClose: () => void;
};

/** The sheet of an action on chosen phones, which leads to the page of its job. */
export function PhonesAction({ chosen, count, command, onClose }: PhonesActionProps) {
  const t = useTranslations("device.sheet");
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <ActionSheet
      command={command}
      target={{ kind: "phones", chosen }}
      targetText={t("phones", { count })}
      onStarted={(jobId) => {
        onClose();
        void refreshJobs(client);
        navigate(jobPath(jobId));
      }}
      onClose={onClose}
    />
  );
}
