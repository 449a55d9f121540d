import { trunkRules } from "@/lib/configuration/trunk";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const trunkListFields = [
  "name",
  "description",
  "type",
  "throughCube",
  "remoteCluster",
  ...commonListFields,
] as const;

/** `/trunks`: requirements OV-02, RS-01, RS-02. */
export const trunkContract = configurationContract({
  path: "/trunks",
  one: "a trunk",
  many: "trunks",
  address: byName,
  listFields: trunkListFields,
  schemas: objectSchemas(trunkRules, {
    texts: {
      throughCube: "A session border controller (CUBE) is in between",
    },
  }),
});
