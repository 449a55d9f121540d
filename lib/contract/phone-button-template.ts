import { z } from "zod";
import { buttonFeatures } from "@/lib/catalog/button-features";
import { phoneProtocols } from "@/lib/catalog/phone-models";
import { byName, configurationContract } from "@/lib/contract/configuration";
import {
  answerFields,
  commonListFields,
  createBody,
  descriptionText,
  nameText,
  readOnlyNote,
  updateBody,
} from "@/lib/contract/configuration-fields";

const feature = z.enum(buttonFeatures);
const position = z.number().int().describe("Counts from 1 and goes on over expansion modules");
const label = z.string().describe("Shown beside the button, at most 50 characters");

const button = z.object({
  position,
  feature,
  label,
  isFixed: z.boolean().describe("The feature cannot be changed"),
});
const buttonInput = z.strictObject({
  position,
  feature,
  label: label.optional(),
  isFixed: z.boolean().optional().describe("Read-only; ignored"),
});

const model = z
  .string()
  .describe("A model of the catalogue")
  .meta({ examples: ["Cisco 8841"] });
const protocol = z.enum(phoneProtocols);
const buttons = z
  .array(buttonInput)
  .describe("All buttons from 1 without gaps; the first one is a line and fixed");

export const phoneButtonTemplateSchema = z.object({
  name: nameText,
  description: descriptionText,
  model,
  protocol,
  isStandard: z.boolean().describe("Standard templates cannot be changed or deleted"),
  copyOf: z.string().nullable().describe("Name of the template that was copied, as it was then"),
  buttons: z.array(button),
  ...answerFields,
});

/** Fields that a list can be searched and sorted by. */
export const phoneButtonTemplateListFields = [
  "name",
  "description",
  "model",
  "protocol",
  "isStandard",
  "copyOf",
  "buttons",
  ...commonListFields,
] as const;

/** `/phone-button-templates`: requirements BT-01 to BT-04. */
export const phoneButtonTemplateContract = configurationContract({
  path: "/phone-button-templates",
  tag: "Phone button templates",
  one: "a phone button template",
  many: "phone button templates",
  address: byName,
  listFields: phoneButtonTemplateListFields,
  object: phoneButtonTemplateSchema,
  create: createBody({
    name: nameText,
    copyOf: z
      .string()
      .optional()
      .describe("Name of the template to copy; without it the standard one of model and protocol")
      .meta({ examples: ["Standard 8841 SIP"] }),
    description: descriptionText.optional(),
    model: model.optional(),
    protocol: protocol.optional(),
    buttons: buttons.optional(),
  }),
  descriptions: {
    create: "A template is made by copying another one; model and protocol are those of the source.",
  },
  update: updateBody({
    name: nameText,
    description: descriptionText,
    model: model.describe("Cannot be changed"),
    protocol: protocol.describe("Cannot be changed"),
    buttons,
    isStandard: z.boolean().describe(readOnlyNote),
    copyOf: z.string().nullable().describe(readOnlyNote),
  }),
});

export type PhoneButtonTemplateDto = z.output<typeof phoneButtonTemplateSchema>;
