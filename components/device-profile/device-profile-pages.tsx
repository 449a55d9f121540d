"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { deviceProfile } from "@/components/device-profile/device-profile";

/** The pages of device profiles (IN-08). */
export function DeviceProfilePages(props: ObjectPagesProps) {
  return <ObjectPages object={deviceProfile} {...props} />;
}
