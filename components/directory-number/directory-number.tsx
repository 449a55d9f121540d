"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { AssociatedDevices } from "@/components/directory-number/associated-devices";
import { ForwardingEditor } from "@/components/directory-number/forwarding-editor";
import type { StoredObject } from "@/lib/client/configuration";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";

/** What the pages of directory numbers show: forwarding, timers, and the devices that have the number. */
export const directoryNumber = describeObject<DirectoryNumberContent, StoredObject & DirectoryNumberContent>({
  rules: directoryNumberRules,
  groups: [
    {
      id: "information",
      fields: ["pattern", "partition", "description", "alertingName", "callingSearchSpace"],
    },
    {
      id: "forward",
      isWide: false,
      fields: [{ path: "forward", Editor: ForwardingEditor }, "noAnswerSeconds"],
    },
    {
      id: "calls",
      fields: ["maxCalls", "busyTrigger"],
    },
    { id: "devices", isWide: false, fields: [], Section: AssociatedDevices },
  ],
  columns: [
    "partition",
    "description",
    { field: "alertingName", isHiddenAtFirst: true },
    "callingSearchSpace",
    "forward.all.destination",
    { field: "noAnswerSeconds", isHiddenAtFirst: true },
    { field: "maxCalls", isHiddenAtFirst: true },
    { field: "busyTrigger", isHiddenAtFirst: true },
  ],
  searched: [
    "pattern",
    "partition",
    "description",
    "alertingName",
    "callingSearchSpace",
    "forward.all.destination",
    "forward.busy.destination",
    "forward.noAnswer.destination",
    "forward.unregistered.destination",
  ],
});

/** The pages of directory numbers. */
export function DirectoryNumberPages(props: ObjectPagesProps) {
  return <ObjectPages object={directoryNumber} {...props} />;
}
