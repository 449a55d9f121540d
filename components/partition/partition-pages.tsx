"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { partition } from "@/components/partition/partition";

/** The pages of partitions. */
export function PartitionPages(props: ObjectPagesProps) {
  return <ObjectPages object={partition} {...props} />;
}
