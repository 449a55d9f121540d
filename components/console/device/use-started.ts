"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useStatus } from "@/components/console/status";
import { refreshJobs } from "@/lib/client/job";
import { jobPath } from "@/lib/client/paths";
import type { DeviceCommand } from "@/lib/devices/forecast";

/**
 * What the page on which an action was begun tells of it: how far it is and when it has finished, or, of one for later,
 * that it is scheduled. `target` says for what it is, in words.
 */
export function useStarted(command: DeviceCommand, target: string) {
  const t = useTranslations("device.sheet");
  const client = useQueryClient();
  const status = useStatus();
  return (id: string, isLater: boolean) => {
    if (isLater) {
      const link = { href: jobPath(id), label: t("showJob") };
      status.show({ tone: "info", text: t("scheduled", { target }), links: [link] });
    } else status.follow({ id, command, target });
    void refreshJobs(client);
  };
}
