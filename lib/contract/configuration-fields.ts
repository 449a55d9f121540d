import { z } from "zod";
import {
  forbiddenCharacters,
  maximumDescriptionLength,
  maximumNameLength,
  maximumPhoneDescriptionLength,
} from "@/lib/configuration/text-rules";
import { problemSchema } from "@/lib/contract/errors";
import { reasonSchema } from "@/lib/contract/history";

const without = `characters without ${forbiddenCharacters.join(" ")}`;

/** Texts that many objects have; their rules are in lib/configuration. */
export const nameText = z
  .string()
  .describe(`1 to ${maximumNameLength} ${without}; unique, letter case makes no difference`);
const descriptionOf = (limit: number) => z.string().describe(`At most ${limit} ${without}`);
export const descriptionText = descriptionOf(maximumDescriptionLength);
export const phoneDescriptionText = descriptionOf(maximumPhoneDescriptionLength);

/** The name of an object of another kind, or null for none. */
export function referenceTo(kind: string) {
  return z.string().nullable().describe(`Name of a ${kind}, or null`);
}

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

type Optional<Fields extends z.ZodRawShape> = { [Name in keyof Fields]: z.ZodOptional<Fields[Name]> };

/** The same fields, each of which may be left out. */
export function optionalFields<Fields extends z.ZodRawShape>(fields: Fields): Optional<Fields> {
  const optional = Object.entries(fields).map(([name, schema]) => [name, z.optional(schema)]);
  return Object.fromEntries(optional) as Optional<Fields>;
}

/** The body of a POST: the fields of the content, those with defaults optional, and the reason. */
export function createBody<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.strictObject({ ...fields, reason: reasonSchema });
}

/** The body of a PATCH: the version it is based on, any fields, and what may be sent back as it was read. */
export function updateBody<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.strictObject({
    version: z
      .number()
      .int()
      .describe("The version that this change is based on; 409 stale when it is not the newest"),
    ...optionalFields(fields),
    reason: reasonSchema,
    usedByCount: z.number().optional().describe("Read-only; ignored"),
    inheritedByCount: z.number().optional().describe("Read-only; ignored"),
    warnings: z.array(z.unknown()).optional().describe("Read-only; ignored"),
    updatedAt: z.string().optional().describe("Read-only; ignored"),
    updatedBy: z.string().optional().describe("Read-only; ignored"),
  });
}

export const readOnlyNote = "Read-only; may be sent back as it was read";
