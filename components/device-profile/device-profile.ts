import dynamic from "next/dynamic";
import { describeObject } from "@/components/console/object/object-description";
import { descriptionField, nameField } from "@/components/console/object/object-fields";
import { ProfileLinesCell } from "@/components/device-profile/profile-lines-cell";
import type { StoredObject } from "@/lib/client/configuration";
import { type DeviceProfileContent, deviceProfileRules } from "@/lib/configuration/device-profile";

// Only the page of an object loads the editor of lines.
const ProfileLines = dynamic(() =>
  import("@/components/device-profile/profile-lines").then((module) => module.ProfileLines),
);

/** What the pages of device profiles show: what a user brings along to a phone with Extension Mobility (IN-08). */
export const deviceProfile = describeObject<DeviceProfileContent, StoredObject & DeviceProfileContent>({
  kind: "deviceProfile",
  rules: deviceProfileRules,
  groups: [
    {
      id: "information",
      fields: [
        nameField,
        descriptionField,
        { path: "userId", control: "text", maximum: 50, isRequired: true, hasHelp: true },
        {
          path: "phoneButtonTemplate",
          control: "reference",
          to: "phoneButtonTemplate",
          hasHelp: true,
        },
        { path: "softkeyTemplate", control: "reference", to: "softkeyTemplate", hasHelp: true },
      ],
    },
    { id: "lines", fields: [{ path: "lines", control: "custom", Editor: ProfileLines, isWide: true }] },
  ],
  columns: [
    { field: "description" },
    { field: "userId" },
    { field: "lines", Cell: ProfileLinesCell },
    { field: "softkeyTemplate", to: "softkeyTemplate" },
    { field: "phoneButtonTemplate", to: "phoneButtonTemplate", isHiddenAtFirst: true },
  ],
  searched: [
    { field: "name" },
    { field: "description" },
    { field: "userId" },
    { field: "lines" },
    { field: "softkeyTemplate" },
    { field: "phoneButtonTemplate" },
  ],
});
