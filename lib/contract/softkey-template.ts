import { oc } from "@orpc/contract";
import { z } from "zod";
import { callStates } from "@/lib/catalog/call-states";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import { softkeyIds } from "@/lib/catalog/softkeys";
import {
  forbiddenCharacters,
  maximumDescriptionLength,
  maximumNameLength,
} from "@/lib/configuration/text-rules";
import { inheritedByCountSchema, warningsSchema } from "@/lib/contract/configuration-fields";
import {
  changeErrors,
  commonErrors,
  createErrors,
  deleteErrors,
  dependencyListSchema,
  dependencyRecordsSchema,
  objectErrors,
} from "@/lib/contract/errors";
import {
  reasonSchema,
  restoreQuery,
  revisionListOf,
  revisionSchema,
  revisionsQuery,
} from "@/lib/contract/history";
import { listDescription, listQuerySchema, pageOf } from "@/lib/contract/list";
import { reassignErrors, reassignFields } from "@/lib/contract/reassign";
import { wholeNumber } from "@/lib/contract/text";

/** Softkeys of one call state, left to right on the phone; `Undefined` is a blank key. */
export const softkeysSchema = z
  .array(z.enum(softkeyIds))
  .describe(
    `At most ${maximumSoftkeysPerState} softkeys from left to right; Undefined is a blank key and may repeat`,
  )
  .meta({ examples: [["Redial", "NewCall", "CallBack"]] });

function perCallState<Value extends z.ZodType>(value: Value) {
  return Object.fromEntries(callStates.map((state) => [state, value])) as Record<
    (typeof callStates)[number],
    Value
  >;
}

const nameText = z
  .string()
  .describe(
    `1 to ${maximumNameLength} characters without ${forbiddenCharacters.join(" ")}; unique, letter case makes no difference`,
  )
  .meta({ examples: ["Call back users"] });
const descriptionText = z
  .string()
  .describe(`At most ${maximumDescriptionLength} characters without ${forbiddenCharacters.join(" ")}`);
const defaultMark = z
  .boolean()
  .describe(
    "At most one template is the default; marking one moves the mark, and without any Standard User applies",
  );

/** A softkey template as the API answers it. */
export const softkeyTemplateSchema = z.object({
  name: nameText,
  description: descriptionText,
  isDefault: defaultMark,
  isStandard: z
    .boolean()
    .describe("Standard templates cannot be changed, but for the default mark, or deleted"),
  copyOf: z.string().nullable().describe("Name of the template that was copied, as it was then"),
  version: z.number().int().min(1).describe("Counts from 1; a change names the version it is based on"),
  callStates: z.object(perCallState(softkeysSchema)).describe("The softkeys of all twelve call states"),
  usedByCount: z.number().int().min(0).describe("Number of objects that name this template"),
  inheritedByCount: inheritedByCountSchema,
  warnings: warningsSchema,
  updatedAt: z.iso.datetime(),
  updatedBy: z.string().describe("User name"),
});

/** Fields that a list can be searched and sorted by. */
export const softkeyTemplateListFields = [
  "name",
  "description",
  "isDefault",
  "isStandard",
  "copyOf",
  "callStates",
  "version",
  "updatedAt",
  "updatedBy",
] as const;

const callStatesInput = z
  .strictObject(perCallState(softkeysSchema.optional()))
  .describe("Call states that are absent keep their softkeys");

const softkeyTemplateCreateSchema = z.strictObject({
  name: nameText,
  copyOf: z
    .string()
    .describe("Name of the template to copy, standard or not")
    .meta({ examples: ["Standard User"] }),
  description: descriptionText.optional(),
  isDefault: defaultMark.optional(),
  callStates: callStatesInput.optional(),
  reason: reasonSchema,
});

const readOnly = "Read-only; may be sent back as it was read";
const softkeyTemplateUpdateSchema = z.strictObject({
  version: z
    .number()
    .int()
    .describe("The version that this change is based on; 409 stale when it is not the newest"),
  name: nameText.optional(),
  description: descriptionText.optional(),
  isDefault: defaultMark.optional(),
  callStates: callStatesInput.optional(),
  reason: reasonSchema,
  isStandard: z.boolean().optional().describe(readOnly),
  copyOf: z.string().nullable().optional().describe(readOnly),
  usedByCount: z.number().optional().describe("Read-only; ignored"),
  inheritedByCount: z.number().optional().describe("Read-only; ignored"),
  warnings: z.array(z.unknown()).optional().describe("Read-only; ignored"),
  updatedAt: z.string().optional().describe("Read-only; ignored"),
  updatedBy: z.string().optional().describe("Read-only; ignored"),
});

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

const byName = z.object({ name: z.string() });
const revisionParams = byName.extend({
  number: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
});
const base = oc.route({ tags: ["Softkey templates"], inputStructure: "detailed" });

/** `/softkey-templates`: requirements SK-01 to SK-09. */
export const softkeyTemplateContract = {
  list: base
    .route({
      method: "GET",
      path: "/softkey-templates",
      summary: "Find softkey templates",
      description: listDescription(softkeyTemplateListFields),
    })
    .errors(commonErrors)
    .input(z.object({ query: listQuerySchema.prefault({}) }))
    .output(pageOf(softkeyTemplateSchema)),
  create: base
    .route({
      method: "POST",
      path: "/softkey-templates",
      successStatus: 201,
      summary: "Create a softkey template by copying another one",
      description:
        "The copy has the softkeys of the template it is made of, except in the call states that are given.",
    })
    .errors(createErrors)
    .input(z.object({ body: softkeyTemplateCreateSchema }))
    .output(softkeyTemplateSchema),
  get: base
    .route({ method: "GET", path: "/softkey-templates/{name}", summary: "Read a softkey template" })
    .errors(objectErrors)
    .input(z.object({ params: byName }))
    .output(softkeyTemplateSchema),
  update: base
    .route({
      method: "PATCH",
      path: "/softkey-templates/{name}",
      summary: "Change a softkey template",
      description:
        "Fields and call states that are absent stay as they are; a call state that is given is replaced as a whole. " +
        "A change that changes nothing answers the same version. Another name renames the template.",
    })
    .errors(changeErrors)
    .input(z.object({ params: byName, body: softkeyTemplateUpdateSchema }))
    .output(softkeyTemplateSchema),
  remove: base
    .route({
      method: "DELETE",
      path: "/softkey-templates/{name}",
      successStatus: 204,
      summary: "Delete a softkey template",
      description: "Neither standard, nor default, nor used templates can be deleted; see /dependencies.",
    })
    .errors(deleteErrors)
    .input(z.object({ params: byName, query: z.strictObject({ reason: reasonSchema }).prefault({}) }))
    .output(z.void()),
  dependencies: base
    .route({
      method: "GET",
      path: "/softkey-templates/{name}/dependencies",
      summary: "List the objects that use a softkey template",
    })
    .errors(objectErrors)
    .input(z.object({ params: byName }))
    .output(dependencyRecordsSchema),
  reassign: base
    .route({
      method: "POST",
      path: "/softkey-templates/{name}/reassign",
      summary: "Let what uses a softkey template use another one",
      description: "All of them or, when one cannot, none. Answers the objects that used it.",
    })
    .errors(reassignErrors)
    .input(z.object({ params: byName, body: z.strictObject(reassignFields) }))
    .output(dependencyListSchema),
  revisions: base
    .route({
      method: "GET",
      path: "/softkey-templates/{name}/revisions",
      summary: "Read the history of a softkey template, newest first",
    })
    .errors(objectErrors)
    .input(z.object({ params: byName, query: z.strictObject(revisionsQuery).prefault({}) }))
    .output(revisionListOf(softkeyTemplateChangeSchema)),
  revision: base
    .route({
      method: "GET",
      path: "/softkey-templates/{name}/revisions/{number}",
      summary: "Read an old revision of a softkey template",
    })
    .errors(objectErrors)
    .input(z.object({ params: revisionParams }))
    .output(revisionSchema),
  restore: base
    .route({
      method: "POST",
      path: "/softkey-templates/{name}/revisions/{number}/restore",
      summary: "Make an old revision of a softkey template the newest",
      description: "Restores description and softkeys; name and default mark stay as they are.",
    })
    .errors(changeErrors)
    .input(
      z.object({
        params: revisionParams,
        query: z.strictObject(restoreQuery).prefault({}),
      }),
    )
    .output(softkeyTemplateSchema),
};

export type SoftkeyTemplateDto = z.output<typeof softkeyTemplateSchema>;
export type SoftkeyTemplateCreateInput = z.output<typeof softkeyTemplateCreateSchema>;
export type SoftkeyTemplateUpdateInput = z.output<typeof softkeyTemplateUpdateSchema>;
