"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { commandIcons } from "@/components/console/device/device-actions";
import { PhonesAction } from "@/components/console/device/phones-action";
import { ToolbarButton } from "@/components/console/toolbar";
import { verbsOf } from "@/lib/client/device";
import type { JobDetailDto } from "@/lib/contract/job";
import type { DeviceCommand } from "@/lib/devices/forecast";

/** What comes after phones were changed: *Apply Config*, *Reset* or *Restart* for those that the job has changed. */
export function ApplyChanged({ job }: { job: JobDetailDto }) {
  const t = useTranslations("common");
  const [command, setCommand] = useState<DeviceCommand | null>(null);
  const { updated = 0 } = job.outcomes;
  if (updated === 0) return null;
  return (
    <>
      {verbsOf.phone.map((verb) => (
        <ToolbarButton
          key={verb}
          id={verb}
          icon={commandIcons[verb]}
          label={t(verb)}
          onPress={() => setCommand(verb)}
        />
      ))}
      {command === null ? null : (
        <PhonesAction
          chosen={{ job: { id: job.id, outcome: "updated" } }}
          count={updated}
          command={command}
          onClose={() => setCommand(null)}
        />
      )}
    </>
  );
}
