import { partitionRules } from "@/lib/configuration/partition";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const partitionListFields = ["name", "description", ...commonListFields] as const;

/** `/partitions`. */
export const partitionContract = configurationContract({
  path: "/partitions",
  one: "a partition",
  many: "partitions",
  address: byName,
  listFields: partitionListFields,
  schemas: objectSchemas(partitionRules),
});
