import { describeObject } from "@/components/console/object/object-description";
import type { StoredObject } from "@/lib/client/configuration";
import { type PartitionContent, partitionRules } from "@/lib/configuration/partition";

/** What the pages of partitions show. */
export const partition = describeObject<PartitionContent, StoredObject & PartitionContent>({
  rules: partitionRules,
  groups: [{ id: "information", fields: ["name", "description"] }],
  columns: ["description"],
});
