"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { devicePool } from "@/components/device-pool/device-pool";

/** The pages of device pools. */
export function DevicePoolPages(props: ObjectPagesProps) {
  return <ObjectPages object={devicePool} {...props} />;
}
