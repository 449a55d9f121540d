import { z } from "zod";
import { expansionModules } from "@/lib/catalog/expansion-modules";
import { phoneProtocols } from "@/lib/catalog/phone-models";
import { dndOptions } from "@/lib/configuration/phone";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  optionalFields,
  phoneDescriptionText,
  referenceTo,
  updateBody,
} from "@/lib/contract/configuration-fields";
import { effectiveConfigurationRoute } from "@/lib/contract/effective-configuration";
import { lineSchema, linesInput, speedDialSchema, speedDialsInput } from "@/lib/contract/phone-line";

const name = z
  .string()
  .describe("SEP and 12 hexadecimal digits; other prefixes by model")
  .meta({ examples: ["SEP001122334455"] });
const model = z
  .string()
  .describe("A model of the catalogue; cannot be changed")
  .meta({ examples: ["Cisco 8841"] });
const protocol = z.enum(phoneProtocols).describe("Cannot be changed");
const dnd = {
  status: z.boolean(),
  option: z.enum(dndOptions).describe("What Do Not Disturb does to a call: silence the ringer, or refuse it"),
};

const plain = {
  description: phoneDescriptionText,
  devicePool: z.string(),
  commonDeviceConfiguration: referenceTo("common device configuration"),
  softkeyTemplate: referenceTo("softkey template"),
  phoneButtonTemplate: z.string().describe("Name of a phone button template of the same model and protocol"),
  userLocale: referenceTo("user locale that is installed"),
  networkLocale: referenceTo("network locale that is installed"),
  extensionMobility: z.boolean(),
  owner: z.string().nullable().describe("User ID of the person whose phone it is"),
  expansionModules: z
    .array(z.enum(expansionModules.map((module) => module.name)))
    .describe("The module next to the phone first"),
};

export const registrations = [
  "neverRegistered",
  "unregistered",
  "registering",
  "registered",
  "partiallyRegistered",
  "rejected",
] as const;
const registration = z.enum(registrations);

export const phoneSchema = z.object({
  name,
  model,
  protocol,
  ...plain,
  dnd: z.object(dnd),
  lines: z.array(lineSchema),
  speedDials: z.array(speedDialSchema),
  registration,
  ...answerFields,
});

const input = {
  ...plain,
  dnd: z.strictObject(optionalFields(dnd)),
  lines: linesInput,
  speedDials: speedDialsInput,
};

/** Fields that a list can be searched and sorted by; `lines` and `directoryNumber` look at every line's number. */
export const phoneListFields = [
  "name",
  "description",
  "model",
  "protocol",
  "devicePool",
  "commonDeviceConfiguration",
  "softkeyTemplate",
  "phoneButtonTemplate",
  "userLocale",
  "networkLocale",
  "dnd.status",
  "dnd.option",
  "extensionMobility",
  "owner",
  "lines",
  "directoryNumber",
  "registration",
  "speedDials",
  ...commonListFields,
] as const;

/** `/phones`: requirements PH-01 to PH-05. */
export const phoneContract = {
  ...configurationContract({
    path: "/phones",
    tag: "Phones",
    one: "a phone",
    many: "phones",
    address: byName,
    listFields: phoneListFields,
    object: phoneSchema,
    create: createBody({
      name,
      copyOf: z.string().optional().describe("Name of the phone whose fields are the defaults"),
      model: model.optional().describe("Needed without copyOf"),
      protocol: protocol.optional().describe("Needed when the model has more than one"),
      ...optionalFields(input),
    }),
    descriptions: {
      create:
        "Without a button template the phone has the standard one of its model and protocol; without a device pool " +
        "Default. A line that names a directory number which does not exist creates it.",
    },
    update: updateBody({
      name,
      model,
      protocol,
      ...input,
      registration: registration.describe("Read-only; ignored"),
    }),
  }),
  effectiveConfiguration: effectiveConfigurationRoute,
};

export type PhoneDto = z.output<typeof phoneSchema>;
