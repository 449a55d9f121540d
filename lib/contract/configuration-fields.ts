import { z } from "zod";
import { optionalFields } from "@/lib/contract/content-schema";
import { problemSchema } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";

/** How many phones an object applies to that do not name it. */
export const inheritedByCountSchema = z
  .number()
  .int()
  .min(0)
  .describe(
    "Number of phones that take this one without naming it, such as from their common device configuration",
  );

/** What was stored although it is probably not meant. */
export const warningsSchema = z
  .array(problemSchema)
  .optional()
  .describe("What was accepted but is probably not meant; absent in lists");

/** Warnings as an answer has them. */
export type Warnings = z.output<typeof warningsSchema>;

/** What the answer of every object has besides its content. */
export const answerFields = {
  version: z.number().int().min(1).describe("Counts from 1; a change names the version it is based on"),
  usedByCount: z.number().int().min(0).describe("Number of objects that name this one"),
  inheritedByCount: inheritedByCountSchema,
  warnings: warningsSchema,
  updatedAt: z.iso.datetime(),
  updatedBy: z.string().describe("User name"),
};

/** Fields by which every object can be found and sorted, besides its own. */
export const commonListFields = ["version", "updatedAt", "updatedBy"] as const;

/** Where a change is sent back as it was read. */
const readOnlyAnswerFields = {
  usedByCount: z.number().optional().describe("Read-only; ignored"),
  inheritedByCount: z.number().optional().describe("Read-only; ignored"),
  warnings: z.array(z.unknown()).optional().describe("Read-only; ignored"),
  updatedAt: z.string().optional().describe("Read-only; ignored"),
  updatedBy: z.string().optional().describe("Read-only; ignored"),
};

type Schemas = Record<string, z.ZodType>;

/** The body of a POST: these fields and the reason. */
export function createBody(fields: Schemas) {
  return z.strictObject({ ...fields, reason: reasonSchema });
}

/** The body of a PATCH: the version it is based on, any of these fields, and what may be sent back as it was read. */
export function updateBody(fields: Schemas) {
  return z.strictObject({
    version: z
      .number()
      .int()
      .describe("The version that this change is based on; 409 stale when it is not the newest"),
    ...optionalFields(fields),
    reason: reasonSchema,
    ...readOnlyAnswerFields,
  });
}

export const readOnlyNote = "Read-only; may be sent back as it was read";
