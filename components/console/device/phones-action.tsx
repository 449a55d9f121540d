"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useStatus } from "@/components/console/status";
import type { ChosenPhones } from "@/lib/client/device";
import { refreshJobs } from "@/lib/client/job";
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

/** The sheet of an action on chosen phones; the page on which it is begun then tells how far it is. */
export function PhonesAction({ chosen, count, command, onClose }: PhonesActionProps) {
  const t = useTranslations("device.sheet");
  const client = useQueryClient();
  const { follow } = useStatus();
  const target = t("phones", { count });
  return (
    <ActionSheet
      command={command}
      target={{ kind: "phones", chosen }}
      targetText={target}
      onStarted={(id) => {
        follow({ id, command, target });
        onClose();
        void refreshJobs(client);
      }}
      onClose={onClose}
    />
  );
}
