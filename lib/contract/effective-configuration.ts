import { oc } from "@orpc/contract";
import { z } from "zod";
import { buttonFeatures } from "@/lib/catalog/button-features";
import { callStates, perCallState } from "@/lib/catalog/call-states";
import { softkeyIds } from "@/lib/catalog/softkeys";
import { lineShape, type PhoneLine } from "@/lib/configuration/phone-lines";
import { fieldSchemas } from "@/lib/contract/content-schema";
import { objectErrors } from "@/lib/contract/errors";
import { lineTexts } from "@/lib/contract/phone-line";

const source = z
  .enum(["deviceProfile", "phone", "commonDeviceConfiguration", "default"])
  .describe("Who decided the value");
const sourcedText = z.object({ value: z.string(), source });
const softkeys = z.array(z.enum(softkeyIds));
const line: z.ZodType<object> = z.object(
  fieldSchemas(lineShape, { kind: "phone", texts: lineTexts, isInput: false }, ["lines"]),
);

/** What a phone's configuration comes to, each value with where it comes from [PH-04]. */
const effectiveConfigurationSchema = z.object({
  softkeyTemplate: sourcedText.nullable().describe("Null for a model without softkeys"),
  softkeys: z.object({
    callStates: z.object(perCallState(() => softkeys)),
    withheld: z
      .array(z.object({ callState: z.enum(callStates), softkey: z.enum(softkeyIds) }))
      .describe("Softkeys of the template that the model cannot have"),
  }),
  phoneButtonTemplate: sourcedText,
  buttons: z.array(
    z.object({
      position: z.number().int(),
      feature: z.enum(buttonFeatures),
      label: z.string(),
      index: z.number().int().nullable().describe("Of a line or speed dial: which one it is, from 1"),
      number: z.string().nullable(),
      withheld: z
        .enum(buttonFeatures)
        .nullable()
        .describe("Feature of the template that the model cannot have"),
    }),
  ),
  lines: z.object({ value: z.array(line as z.ZodType<PhoneLine>), source }),
  userLocale: sourcedText,
  networkLocale: sourcedText,
  isPartiallyRegistered: z.boolean(),
  deviceProfile: z
    .object({ name: z.string(), userId: z.string() })
    .nullable()
    .describe(
      "Of the user who is logged in with Extension Mobility, to which `deviceProfile` as a source points",
    ),
});

const effectiveSchema = z.object({
  phone: z.string(),
  saved: effectiveConfigurationSchema.describe("What the phone would run after a reset"),
  running: effectiveConfigurationSchema.nullable().describe("What the phone runs; null before it registered"),
  differs: z.boolean().describe("The phone runs something else than what is saved"),
});

/** GET `/phones/{name}/effective-configuration`. */
export const effectiveConfigurationRoute = oc
  .route({
    method: "GET",
    path: "/phones/{name}/effective-configuration",
    tags: ["Phones"],
    inputStructure: "detailed",
    summary: "Read what a phone runs and would run, and where each value comes from",
  })
  .errors(objectErrors)
  .input(z.object({ params: z.object({ name: z.string() }) }))
  .output(effectiveSchema);

export type EffectiveConfigurationDto = z.output<typeof effectiveSchema>;
