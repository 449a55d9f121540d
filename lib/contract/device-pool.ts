import { devicePoolRules } from "@/lib/configuration/device-pool";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const devicePoolListFields = ["name", "description", ...commonListFields] as const;

/** `/device-pools`. */
export const devicePoolContract = configurationContract({
  path: "/device-pools",
  one: "a device pool",
  many: "device pools",
  address: byName,
  listFields: devicePoolListFields,
  schemas: objectSchemas(devicePoolRules),
});
