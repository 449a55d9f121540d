"use client";

import { CloudDownload, Power, RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useStarted } from "@/components/console/device/use-started";
import { ToolbarButton } from "@/components/console/toolbar";
import { type ActionKind, verbsOf } from "@/lib/client/device";
import { pathOf } from "@/lib/client/object-path";
import type { DeviceCommand } from "@/lib/devices/forecast";

// Most visits open none.
const ActionSheet = dynamic(() =>
  import("@/components/console/device/action-sheet").then((module) => module.ActionSheet),
);

export const commandIcons: Readonly<Record<DeviceCommand, ReactNode>> = {
  applyConfig: <CloudDownload aria-hidden />,
  reset: <Power aria-hidden />,
  restart: <RefreshCw aria-hidden />,
};

/** Where the phones of an object are listed. */
function phonesPath(kind: ActionKind, name: string): string | null {
  if (kind === "phone") return null;
  const named = { name, partition: null };
  // Softkey templates reach phones by precedence too, which no filter tells.
  if (kind === "softkeyTemplate") return pathOf(kind, named, "dependency-records");
  const where = encodeURIComponent(`${kind}:isExactly:${name}`);
  return `/device/phone?where=${where}`;
}

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

type ObjectActionProps = DeviceActionsProps & { command: DeviceCommand; onClose: () => void };

/** The sheet of an object's action, whose page then tells how far it is. */
export function ObjectAction({ kind, name, command, isUnsaved, onClose }: ObjectActionProps) {
  const tell = useStarted(command, name);

  function started(id: string, isLater: boolean) {
    onClose();
    tell(id, isLater);
  }
  return (
    <ActionSheet
      command={command}
      target={{ kind, name }}
      targetText={name}
      listPath={phonesPath(kind, name)}
      isUnsaved={isUnsaved}
      onStarted={started}
      onClose={onClose}
    />
  );
}
