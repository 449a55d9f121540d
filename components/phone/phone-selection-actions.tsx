"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { commandIcons } from "@/components/console/device/device-actions";
import { PhonesAction } from "@/components/console/device/phones-action";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { Button } from "@/components/ui/button";
import { type ChosenPhones, verbsOf } from "@/lib/client/device";
import { identityOfKey } from "@/lib/client/object-identity";
import type { DeviceCommand } from "@/lib/devices/forecast";

function chosenOf(selection: ListSelection): ChosenPhones {
  if (selection.kind === "rows") return { names: selection.keys.map((key) => identityOfKey(key).name) };
  return { where: selection.where, match: selection.match };
}

/** The verbs on the selected phones, or on all that match. */
export function PhoneSelectionActions({ selection }: { selection: ListSelection }) {
  const t = useTranslations("common");
  const [command, setCommand] = useState<DeviceCommand | null>(null);
  return (
    <>
      {verbsOf.phone.map((verb) => (
        <Button key={verb} size="small" icon={commandIcons[verb]} onPress={() => setCommand(verb)}>
          {t(verb)}
        </Button>
      ))}
      {command === null ? null : (
        <PhonesAction
          chosen={chosenOf(selection)}
          count={selection.kind === "rows" ? selection.keys.length : selection.total}
          command={command}
          onClose={() => setCommand(null)}
        />
      )}
    </>
  );
}
