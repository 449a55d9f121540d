import { z } from "zod";
import {
  buttonShape,
  phoneButtonTemplateRules,
  type TemplateButton,
} from "@/lib/configuration/phone-button-template";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { fieldSchemas, withoutDefaults } from "@/lib/contract/content-schema";
import { objectSchemas } from "@/lib/contract/object-schemas";

const texts = {
  buttons: "All buttons from 1 without gaps; the first one is a line and fixed",
  "buttons.position": "Goes on over expansion modules",
  "buttons.label": "Shown beside the button",
  model: { text: "A model of the catalogue", examples: ["Cisco 8841"] },
} as const;

function buttonFields(isInput: boolean) {
  return fieldSchemas(buttonShape, { kind: "phoneButtonTemplate", texts, isInput }, ["buttons"]);
}

/** Buttons tell whether their feature can be changed, and may be sent back so. */
const answered: z.ZodType<object[]> = z
  .array(z.object({ ...buttonFields(false), isFixed: z.boolean().describe("The feature cannot be changed") }))
  .describe(texts.buttons);
const accepted = z
  .array(
    z.strictObject({
      ...withoutDefaults(buttonShape, buttonFields(true)),
      isFixed: z.boolean().optional().describe("Read-only; ignored"),
    }),
  )
  .describe(texts.buttons);

const schemas = objectSchemas(phoneButtonTemplateRules, {
  texts,
  extra: {
    isStandard: z.boolean().describe("Standard templates cannot be changed or deleted"),
    copyOf: z.string().nullable().describe("Name of the template that was copied, as it was then"),
    buttons: answered as z.ZodType<(TemplateButton & { isFixed: boolean })[]>,
  },
  accepted: { buttons: accepted },
  fixed: ["model", "protocol"],
  making: {
    needed: ["name"],
    fields: {
      copyOf: z
        .string()
        .optional()
        .describe("Name of the template to copy; without it the standard one of model and protocol")
        .meta({ examples: ["Standard 8841 SIP"] }),
    },
  },
});

export type PhoneButtonTemplateDto = z.output<typeof schemas.object>;

/** `/phone-button-templates`: requirements BT-01 to BT-04. */
export const phoneButtonTemplateContract = configurationContract(phoneButtonTemplateRules, {
  address: byName,
  alsoListed: ["isStandard", "copyOf"],
  descriptions: {
    create: "A template is made by copying another one; model and protocol are those of the source.",
  },
  schemas,
});
