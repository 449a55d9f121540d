"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useStarted } from "@/components/console/device/use-started";
import type { ChosenPhones } from "@/lib/client/device";
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
  const target = t("phones", { count });
  const tell = useStarted(command, target);
  return (
    <ActionSheet
      command={command}
      target={{ kind: "phones", chosen }}
      targetText={target}
      onStarted={(id, isLater) => {
        onClose();
        tell(id, isLater);
      }}
      onClose={onClose}
    />
  );
}
