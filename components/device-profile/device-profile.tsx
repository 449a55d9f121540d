"use client";

import dynamic from "next/dynamic";
import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { ProfileLinesCell } from "@/components/device-profile/profile-lines-cell";
import type { StoredObject } from "@/lib/client/configuration";
import { type DeviceProfileContent, deviceProfileRules } from "@/lib/configuration/device-profile";

// Only the page of an object loads the editor of lines.
const ProfileLines = dynamic(() =>
  import("@/components/device-profile/profile-lines").then((module) => module.ProfileLines),
);

/** What the pages of device profiles show: what a user brings along to a phone with Extension Mobility (IN-08). */
const deviceProfile = describeObject<DeviceProfileContent, StoredObject & DeviceProfileContent>({
  rules: deviceProfileRules,
  groups: [
    {
      id: "information",
      fields: ["name", "description", "userId", "phoneButtonTemplate", "softkeyTemplate"],
    },
    { id: "lines", fields: [{ path: "lines", Editor: ProfileLines, isWide: true }] },
  ],
  columns: [
    "description",
    "userId",
    { field: "lines", Cell: ProfileLinesCell },
    "softkeyTemplate",
    { field: "phoneButtonTemplate", isHiddenAtFirst: true },
  ],
});

/** The pages of device profiles (IN-08). */
export function DeviceProfilePages(props: ObjectPagesProps) {
  return <ObjectPages object={deviceProfile} {...props} />;
}
