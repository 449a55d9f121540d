import { remoteClusterRules } from "@/lib/configuration/remote-cluster";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const remoteClusterListFields = [
  "name",
  "description",
  "directoryNumbers",
  ...commonListFields,
] as const;

/** `/remote-clusters`. */
export const remoteClusterContract = configurationContract({
  path: "/remote-clusters",
  one: "a remote cluster",
  many: "remote clusters",
  address: byName,
  listFields: remoteClusterListFields,
  schemas: objectSchemas(remoteClusterRules, {
    texts: {
      directoryNumbers: "The numbers of the other cluster; behind each is one phone",
      "directoryNumbers.pattern": { examples: ["5001"] },
    },
  }),
});
