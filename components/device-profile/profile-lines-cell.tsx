"use client";

import { LineNumbers } from "@/components/console/lines/line-numbers";
import type { DeviceProfileContent } from "@/lib/configuration/device-profile";

/** The directory numbers of a profile. */
export function ProfileLinesCell({ object }: { object: Pick<DeviceProfileContent, "lines"> }) {
  return <LineNumbers lines={object.lines} />;
}
