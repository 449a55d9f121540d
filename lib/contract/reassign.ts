import { z } from "zod";
import { dependencySchema, objectErrors, problemSchema } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";

/** Most objects that one request gives another reference; beyond it bulk administration does it as a job. */
export const mostReassigned = 1000;

/** *Reassign to…*: the object that is used instead, of the same kind. */
export const reassignFields = {
  to: z.string().nullable().describe("The name of the object that is used instead; null for none"),
  reason: reasonSchema,
} as const;

/** What is said more of an object that is named by a pattern. */
export const reassignPatternFields = {
  ...reassignFields,
  toPartition: z
    .string()
    .nullable()
    .optional()
    .describe("Partition of that pattern; none when absent, null or empty"),
} as const;

/** Errors of *Reassign to…*. */
export const reassignErrors = {
  ...objectErrors,
  notReassignable: {
    status: 409,
    message: "Some objects cannot use the other object; nothing was changed.",
    data: z.object({
      refused: z
        .array(dependencySchema.extend({ problems: z.array(problemSchema) }))
        .describe("The first of them, each with what stands against it"),
      total: z.number().int().describe("How many there are"),
    }),
  },
  tooManyUses: {
    status: 409,
    message: `More than ${mostReassigned} objects use this one. Reassign them with bulk administration.`,
    data: z.object({ total: z.number().int(), limit: z.number().int() }),
  },
} as const;
