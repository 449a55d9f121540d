"use client";

import { commonDeviceConfiguration } from "@/components/common-device-configuration/common-device-configuration";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";

/** The pages of common device configurations (CD-01, CD-02). */
export function CommonDeviceConfigurationPages(props: ObjectPagesProps) {
  return <ObjectPages object={commonDeviceConfiguration} {...props} />;
}
