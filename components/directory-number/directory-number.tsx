import { describeObject } from "@/components/console/object/object-description";
import { descriptionField } from "@/components/console/object/object-fields";
import { AssociatedDevices } from "@/components/directory-number/associated-devices";
import { ForwardingEditor } from "@/components/directory-number/forwarding-editor";
import type { StoredObject } from "@/lib/client/configuration";
import {
  type DirectoryNumberContent,
  directoryNumberRules,
  maxCallsRange,
  noAnswerSecondsRange,
} from "@/lib/configuration/directory-number";

const callsRange = { minimum: maxCallsRange.minimum, maximum: maxCallsRange.maximum };

/** What the pages of directory numbers show: forwarding, timers, and the devices that have the number. */
export const directoryNumber = describeObject<DirectoryNumberContent, StoredObject & DirectoryNumberContent>({
  kind: "directoryNumber",
  rules: directoryNumberRules,
  groups: [
    {
      id: "information",
      fields: [
        { path: "pattern", control: "text", isMonospace: true, isRequired: true, hasHelp: true },
        { path: "partition", control: "reference", to: "partition" },
        descriptionField,
        { path: "alertingName", control: "text", maximum: 50, hasHelp: true },
        { path: "callingSearchSpace", control: "reference", to: "callingSearchSpace" },
      ],
    },
    {
      id: "forward",
      isWide: false,
      fields: [
        { path: "forward", control: "custom", Editor: ForwardingEditor },
        {
          path: "noAnswerSeconds",
          control: "number",
          minimum: noAnswerSecondsRange.minimum,
          maximum: noAnswerSecondsRange.maximum,
          isRequired: true,
        },
      ],
    },
    {
      id: "calls",
      fields: [
        { path: "maxCalls", control: "number", ...callsRange, isRequired: true },
        { path: "busyTrigger", control: "number", ...callsRange, isRequired: true },
      ],
    },
    { id: "devices", isWide: false, fields: [], Section: AssociatedDevices },
  ],
  columns: [
    { field: "partition", to: "partition" },
    { field: "description" },
    { field: "alertingName", isHiddenAtFirst: true },
    { field: "callingSearchSpace", to: "callingSearchSpace" },
    { field: "forward.all.destination" },
    { field: "noAnswerSeconds", isNumber: true, isHiddenAtFirst: true },
    { field: "maxCalls", isNumber: true, isHiddenAtFirst: true },
    { field: "busyTrigger", isNumber: true, isHiddenAtFirst: true },
  ],
  searched: [
    { field: "pattern" },
    { field: "partition" },
    { field: "description" },
    { field: "alertingName" },
    { field: "callingSearchSpace" },
    { field: "forward.all.destination" },
    { field: "forward.busy.destination" },
    { field: "forward.noAnswer.destination" },
    { field: "forward.unregistered.destination" },
  ],
});
