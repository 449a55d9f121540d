import { z } from "zod";
import { maximumReasonLength } from "@/lib/configuration/lengths";
import { checkReason } from "@/lib/configuration/text-rules";
import { textOf, wholeNumber } from "@/lib/contract/text";

const kindOfChange = {
  action: z.enum(["created", "updated", "restored", "deleted"]),
  restored: z
    .number()
    .int()
    .nullable()
    .describe("Of a restore: the number of the revision whose content came back"),
};

/** Bounds of the revisions of one answer. */
const revisionLimits = { minimum: 1, maximum: 250, default: 250 } as const;

/** Query parameters of a history. */
export const revisionsQuery = {
  limit: wholeNumber(revisionLimits.minimum, revisionLimits.maximum)
    .default(revisionLimits.default)
    .describe("Most revisions of one answer"),
  cursor: z.string().optional().describe("`nextCursor` of the page before"),
} as const;

/** What a history is asked for. */
export type RevisionsQuery = { limit: number; cursor?: string | undefined };

/** The version that a restore is based on. */
export const restoreQuery = {
  version: wholeNumber(1, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe("The version that was seen; 409 stale when it is not the newest any more"),
} as const;

/** One revision with the content that it stored. */
export const revisionSchema = z.object({
  number: z.number().int().describe("Equals the object's version after this change"),
  at: z.iso.datetime(),
  by: z.string().describe("User name"),
  reason: z.string(),
  ...kindOfChange,
  content: z.looseObject({}).describe("The object after the change; of a removal, as it was before"),
});

/** The history of one object, newest first; `change` describes one change in the words of the object. */
export function revisionListOf<Change extends z.ZodType>(change: Change) {
  const revision = z.object({
    number: z.number().int().describe("Equals the object's version after this change"),
    at: z.iso.datetime(),
    by: z.string().describe("User name"),
    reason: z.string(),
    ...kindOfChange,
    changes: z.array(change).describe("What changed since the revision before"),
  });
  return z.object({ items: z.array(revision), nextCursor: z.string().nullable() });
}

/** A history whose changes are told by kind only. */
export const revisionListSchema = revisionListOf(z.looseObject({ kind: z.string() }));

const contentValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const itemChange = { list: z.string(), key: z.union([z.string(), z.number()]) };
const item = z.record(z.string(), contentValue);
const fromTo = { from: contentValue, to: contentValue };

/** One change of an object, field by field; items of lists are told apart by their keys. */
export const contentChangeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("renamed"), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("valueChanged"), field: z.string(), ...fromTo }),
  z.object({ kind: z.literal("itemAdded"), ...itemChange, item }),
  z.object({ kind: z.literal("itemRemoved"), ...itemChange, item }),
  z.object({ kind: z.literal("itemChanged"), ...itemChange, field: z.string(), ...fromTo }),
]);

/** Why a change was made, in the words of the person who made it; stored in the history. */
export const reasonSchema = textOf(checkReason)
  .describe(`Why, for the history; at most ${maximumReasonLength} characters`)
  .optional();
