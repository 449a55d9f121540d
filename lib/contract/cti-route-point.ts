import { ctiRoutePointRules } from "@/lib/configuration/cti-route-point";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const ctiRoutePointListFields = [
  "name",
  "description",
  "directoryNumber",
  "partition",
  "forwardTo",
  ...commonListFields,
] as const;

/** `/cti-route-points`: requirement PR-07. */
export const ctiRoutePointContract = configurationContract({
  path: "/cti-route-points",
  one: "a CTI route point",
  many: "CTI route points",
  address: byName,
  listFields: ctiRoutePointListFields,
  schemas: objectSchemas(ctiRoutePointRules, {
    texts: {
      directoryNumber: {
        text: "A directory number; created when it does not exist. Of several route points with one number the one whose name comes first leads its calls",
        examples: ["2900"],
      },
      forwardTo: "Number to which its calls are forwarded",
    },
  }),
});
