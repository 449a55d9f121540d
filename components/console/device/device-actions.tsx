"use client";

import { CloudDownload, Power, RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ToolbarButton } from "@/components/console/toolbar";
import { type ActionKind, verbsOf } from "@/lib/client/device";
import type { DeviceCommand } from "@/lib/devices/forecast";

// Most visits begin none.
const ObjectAction = dynamic(() =>
  import("@/components/console/device/object-action").then((module) => module.ObjectAction),
);

export const commandIcons: Readonly<Record<DeviceCommand, ReactNode>> = {
  applyConfig: <CloudDownload aria-hidden />,
  reset: <Power aria-hidden />,
  restart: <RefreshCw aria-hidden />,
};

type DeviceActionsProps = { kind: ActionKind; name: string; isUnsaved: boolean };

/** *Apply Config*, *Reset* and *Restart* in the toolbar, those that the kind has [SK-10, CD-03, BT-05, PH-02]. */
export function DeviceActions({ kind, name, isUnsaved }: DeviceActionsProps) {
  const t = useTranslations("common");
  const [command, setCommand] = useState<DeviceCommand | null>(null);
  return (
    <>
      {verbsOf[kind].map((verb) => (
        <ToolbarButton
          key={verb}
          id={verb}
          icon={commandIcons[verb]}
          label={t(verb)}
          onPress={() => setCommand(verb)}
        />
      ))}
      {command === null ? null : (
        <ObjectAction
          kind={kind}
          name={name}
          command={command}
          isUnsaved={isUnsaved}
          onClose={() => setCommand(null)}
        />
      )}
    </>
  );
}
