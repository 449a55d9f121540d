import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";
import { lineTexts } from "@/lib/contract/phone-line";

/** Fields that a list can be searched and sorted by. */
export const deviceProfileListFields = [
  "name",
  "description",
  "userId",
  "softkeyTemplate",
  "phoneButtonTemplate",
  "lines",
  ...commonListFields,
] as const;

/** `/device-profiles`: requirement IN-08. */
export const deviceProfileContract = configurationContract({
  path: "/device-profiles",
  one: "a device profile",
  many: "device profiles",
  address: byName,
  listFields: deviceProfileListFields,
  schemas: objectSchemas(deviceProfileRules, {
    texts: {
      userId: "With this the user logs in; unique, letter case makes no difference",
      ...lineTexts,
    },
  }),
});
