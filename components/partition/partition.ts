import { describeObject } from "@/components/console/object/object-description";
import { descriptionField, nameField } from "@/components/console/object/object-fields";
import type { StoredObject } from "@/lib/client/configuration";
import { type PartitionContent, partitionRules } from "@/lib/configuration/partition";

/** What the pages of partitions show. */
export const partition = describeObject<PartitionContent, StoredObject & PartitionContent>({
  kind: "partition",
  rules: partitionRules,
  groups: [{ id: "information", fields: [nameField, descriptionField] }],
  columns: [{ field: "description" }],
  searched: [{ field: "name" }, { field: "description" }],
});
