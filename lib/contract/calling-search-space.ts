import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const callingSearchSpaceListFields = [
  "name",
  "description",
  "partitions",
  ...commonListFields,
] as const;

/** `/calling-search-spaces`. */
export const callingSearchSpaceContract = configurationContract({
  path: "/calling-search-spaces",
  one: "a calling search space",
  many: "calling search spaces",
  address: byName,
  listFields: callingSearchSpaceListFields,
  schemas: objectSchemas(callingSearchSpaceRules, {
    texts: {
      partitions: "Names of partitions, the one that is looked at first in front",
    },
  }),
});
