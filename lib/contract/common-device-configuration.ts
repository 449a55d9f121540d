import { z } from "zod";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

const schemas = objectSchemas(commonDeviceConfigurationRules, {
  making: {
    needed: ["name"],
    fields: {
      copyOf: z.string().optional().describe("Name of the configuration whose fields are the defaults"),
    },
  },
});

/** Fields that a list can be searched and sorted by. */
export const commonDeviceConfigurationListFields = [
  "name",
  "description",
  "softkeyTemplate",
  "userLocale",
  "networkLocale",
  ...commonListFields,
] as const;

/** `/common-device-configurations`: requirements CD-01, CD-02. */
export const commonDeviceConfigurationContract = configurationContract({
  path: "/common-device-configurations",
  one: "a common device configuration",
  many: "common device configurations",
  address: byName,
  listFields: commonDeviceConfigurationListFields,
  schemas,
});

export type CommonDeviceConfigurationDto = z.output<typeof schemas.object>;
