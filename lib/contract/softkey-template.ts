import { oc } from "@orpc/contract";
import { z } from "zod";
import { callStates } from "@/lib/catalog/call-states";
import { softkeyIds } from "@/lib/catalog/softkeys";
import {
  changeErrors,
  commonErrors,
  deleteErrors,
  dependencySchema,
  objectErrors,
} from "@/lib/contract/errors";
import { reasonSchema, revisionListOf } from "@/lib/contract/history";
import { listQuerySchema, pageOf } from "@/lib/contract/list";
import { wholeNumber } from "@/lib/contract/text";

const softkeysSchema = z.array(z.enum(softkeyIds));

function perCallState<Value extends z.ZodType>(value: Value) {
  return Object.fromEntries(callStates.map((state) => [state, value])) as Record<
    (typeof callStates)[number],
    Value
  >;
}

/** A softkey template as the API answers it. */
export const softkeyTemplateSchema = z.object({
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  isStandard: z.boolean(),
  copyOf: z.string().nullable(),
  version: z.number().int(),
  callStates: z
    .object(perCallState(softkeysSchema))
    .describe("Ordered softkeys of each of the twelve call states"),
  usedByCount: z.number().int().describe("Number of objects that use this template"),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});

const callStatesInput = z
  .strictObject(perCallState(softkeysSchema.optional()))
  .describe("States that are absent keep their softkeys");

const softkeyTemplateCreateSchema = z.strictObject({
  name: z.string(),
  copyOf: z.string().describe("Name of the template to copy"),
  description: z.string().optional(),
  isDefault: z.boolean().optional(),
  callStates: callStatesInput.optional(),
  reason: reasonSchema,
});

const softkeyTemplateUpdateSchema = z.strictObject({
  version: z.number().int().describe("The version that this change is based on"),
  name: z.string().optional().describe("Another name renames the template"),
  description: z.string().optional(),
  isDefault: z.boolean().optional(),
  callStates: callStatesInput.optional(),
  reason: reasonSchema,
  isStandard: z.boolean().optional().describe("Read-only; may be sent back unchanged"),
  copyOf: z.string().nullable().optional().describe("Read-only; may be sent back unchanged"),
  usedByCount: z.number().optional().describe("Read-only; ignored"),
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
const base = oc.route({ tags: ["Softkey templates"], inputStructure: "detailed" });

/** `/softkey-templates`: requirements SK-01 to SK-09. */
export const softkeyTemplateContract = {
  list: base
    .route({ method: "GET", path: "/softkey-templates", summary: "Find softkey templates" })
    .errors(commonErrors)
    .input(z.object({ query: listQuerySchema.prefault({}) }))
    .output(pageOf(softkeyTemplateSchema)),
  create: base
    .route({
      method: "POST",
      path: "/softkey-templates",
      successStatus: 201,
      summary: "Create a softkey template by copying another one",
    })
    .errors(changeErrors)
    .input(z.object({ body: softkeyTemplateCreateSchema }))
    .output(softkeyTemplateSchema),
  get: base
    .route({ method: "GET", path: "/softkey-templates/{name}", summary: "Read a softkey template" })
    .errors(objectErrors)
    .input(z.object({ params: byName }))
    .output(softkeyTemplateSchema),
  update: base
    .route({ method: "PATCH", path: "/softkey-templates/{name}", summary: "Change a softkey template" })
    .errors(changeErrors)
    .input(z.object({ params: byName, body: softkeyTemplateUpdateSchema }))
    .output(softkeyTemplateSchema),
  remove: base
    .route({
      method: "DELETE",
      path: "/softkey-templates/{name}",
      successStatus: 204,
      summary: "Delete a softkey template",
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
    .output(z.object({ items: z.array(dependencySchema) })),
  revisions: base
    .route({
      method: "GET",
      path: "/softkey-templates/{name}/revisions",
      summary: "Read the history of a softkey template, newest first",
    })
    .errors(objectErrors)
    .input(z.object({ params: byName }))
    .output(revisionListOf(softkeyTemplateChangeSchema)),
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
        params: byName.extend({ number: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) }),
      }),
    )
    .output(softkeyTemplateSchema),
};

export type SoftkeyTemplateDto = z.output<typeof softkeyTemplateSchema>;
export type SoftkeyTemplateCreateInput = z.output<typeof softkeyTemplateCreateSchema>;
export type SoftkeyTemplateUpdateInput = z.output<typeof softkeyTemplateUpdateSchema>;
