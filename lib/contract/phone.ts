import { z } from "zod";
import { phoneProtocols } from "@/lib/catalog/phone-models";
import { phoneRules } from "@/lib/configuration/phone";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { effectiveConfigurationRoute } from "@/lib/contract/effective-configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";
import { lineTexts } from "@/lib/contract/phone-line";
import { registrationStatuses } from "@/lib/devices/device";

const schemas = objectSchemas(phoneRules, {
  texts: {
    name: { text: "SEP and 12 hexadecimal digits; other prefixes by model", examples: ["SEP001122334455"] },
    model: { text: "A model of the catalogue", examples: ["Cisco 8841"] },
    phoneButtonTemplate: "Name of a phone button template of the same model and protocol",
    "dnd.option": "What Do Not Disturb does to a call: silence the ringer, or refuse it",
    owner: "User ID of the person whose phone it is",
    ...lineTexts,
    "speedDials.index": "Counts over the buttons for speed dials",
    "speedDials.label": "Shown beside the button",
    expansionModules: "The module next to the phone first",
  },
  extra: { registration: z.enum(registrationStatuses) },
  fixed: ["model", "protocol"],
  making: {
    needed: ["name"],
    fields: {
      copyOf: z.string().optional().describe("Name of the phone whose fields are the defaults"),
      model: z
        .string()
        .optional()
        .describe("Needed without copyOf")
        .meta({ examples: ["Cisco 8841"] }),
      protocol: z.enum(phoneProtocols).optional().describe("Needed when the model has more than one"),
    },
  },
});

export type PhoneDto = z.output<typeof schemas.object>;

/** `/phones`: requirements PH-01 to PH-05. */
export const phoneContract = {
  ...configurationContract(phoneRules, {
    address: byName,
    alsoListed: ["directoryNumber", "registration"],
    descriptions: {
      create:
        "Without a button template the phone has the standard one of its model and protocol; without a device pool " +
        "Default. A line that names a directory number which does not exist creates it.",
    },
    schemas,
  }),
  effectiveConfiguration: effectiveConfigurationRoute,
};
