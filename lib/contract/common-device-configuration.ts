import { z } from "zod";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";

const schemas = objectSchemas(commonDeviceConfigurationRules, {
  making: {
    needed: ["name"],
    fields: {
      copyOf: z.string().optional().describe("Name of the configuration whose fields are the defaults"),
    },
  },
});

/** `/common-device-configurations`: requirements CD-01, CD-02. */
export const commonDeviceConfigurationContract = configurationContract(commonDeviceConfigurationRules, {
  address: byName,
  schemas,
});

export type CommonDeviceConfigurationDto = z.output<typeof schemas.object>;
