"use client";

import { ActionSheet } from "@/components/console/device/action-sheet";
import { useStarted } from "@/components/console/device/use-started";
import type { ActionKind } from "@/lib/client/device";
import { pathOf } from "@/lib/client/object-path";
import type { DeviceCommand } from "@/lib/devices/forecast";

/** Where the phones of an object are listed. */
function phonesPath(kind: ActionKind, name: string): string | null {
  if (kind === "phone") return null;
  const named = { name, partition: null };
  // Softkey templates reach phones by precedence too, which no filter tells.
  if (kind === "softkeyTemplate") return pathOf(kind, named, "dependency-records");
  const where = encodeURIComponent(`${kind}:isExactly:${name}`);
  return `/device/phone?where=${where}`;
}

type ObjectActionProps = {
  kind: ActionKind;
  name: string;
  command: DeviceCommand;
  isUnsaved: boolean;
  onClose: () => void;
};

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
