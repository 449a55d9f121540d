"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import type { StoredObject } from "@/lib/client/configuration";
import { type PartitionContent, partitionRules } from "@/lib/configuration/partition";

/** What the pages of partitions show. */
const partition = describeObject<PartitionContent, StoredObject & PartitionContent>({
  rules: partitionRules,
  groups: [{ id: "information", fields: ["name", "description"] }],
  columns: ["description"],
});

/** The pages of partitions. */
export function PartitionPages(props: ObjectPagesProps) {
  return <ObjectPages object={partition} {...props} />;
}
