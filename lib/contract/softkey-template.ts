import { z } from "zod";
import { callStates } from "@/lib/catalog/call-states";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import { softkeyIds } from "@/lib/catalog/softkeys";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import { byName, configurationContract } from "@/lib/contract/configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Softkeys of one call state, left to right on the phone; `Undefined` is a blank key. */
export const softkeysSchema = z
  .array(z.enum(softkeyIds))
  .describe(
    `At most ${maximumSoftkeysPerState} softkeys from left to right; Undefined is a blank key and may repeat`,
  )
  .meta({ examples: [["Redial", "NewCall", "CallBack"]] });

const softkeysOfStates = Object.fromEntries(
  callStates.map((state) => [`callStates.${state}`, { schema: softkeysSchema }]),
);

const schemas = objectSchemas(softkeyTemplateRules, {
  texts: {
    name: { examples: ["Call back users"] },
    isDefault:
      "At most one template is the default; marking one moves the mark, and without any Standard User applies",
    callStates: "The softkeys of all twelve call states; in a request those that are absent keep theirs",
    ...softkeysOfStates,
  },
  extra: {
    isStandard: z
      .boolean()
      .describe("Standard templates cannot be changed, but for the default mark, or deleted"),
    copyOf: z.string().nullable().describe("Name of the template that was copied, as it was then"),
  },
  making: {
    needed: ["name"],
    fields: {
      copyOf: z
        .string()
        .describe("Name of the template to copy, standard or not")
        .meta({ examples: ["Standard User"] }),
    },
  },
});

/** A softkey template as the API answers it. */
export const softkeyTemplateSchema = schemas.object;
export type SoftkeyTemplateDto = z.output<typeof softkeyTemplateSchema>;

const text = z.string();
const position = z.number().int().describe("Counts from 0");
const softkeyPlace = { callState: z.enum(callStates), softkey: z.enum(softkeyIds) };

/** One change of a softkey template in the words of the domain. */
const softkeyTemplateChangeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("renamed"), from: text, to: text }),
  z.object({ kind: z.literal("descriptionChanged"), from: text, to: text }),
  z.object({ kind: z.literal("defaultMarked") }),
  z.object({ kind: z.literal("defaultUnmarked") }),
  z.object({ kind: z.literal("softkeyAdded"), ...softkeyPlace, position }),
  z.object({ kind: z.literal("softkeyRemoved"), ...softkeyPlace, position }),
  z.object({ kind: z.literal("softkeyMoved"), ...softkeyPlace, from: position, to: position }),
]);

/** `/softkey-templates`: requirements SK-01 to SK-09. */
export const softkeyTemplateContract = configurationContract(softkeyTemplateRules, {
  address: byName,
  alsoListed: ["isStandard", "copyOf", "callStates"],
  change: softkeyTemplateChangeSchema,
  descriptions: {
    create:
      "The copy has the softkeys of the template it is made of, except in the call states that are given.",
    remove: "Neither standard, nor default, nor used templates can be deleted; see /dependencies.",
    restore: "Restores description and softkeys; name and default mark stay as they are.",
  },
  schemas,
});
