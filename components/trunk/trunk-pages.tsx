"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { trunk } from "@/components/trunk/trunk";

/** The pages of trunks. */
export function TrunkPages(props: ObjectPagesProps) {
  return <ObjectPages object={trunk} {...props} />;
}
