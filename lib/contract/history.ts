import { z } from "zod";
import { checkReason, maximumReasonLength } from "@/lib/configuration/text-rules";
import { textOf } from "@/lib/contract/text";

/** The history of one object, newest first; `change` describes one change in the words of the object. */
export function revisionListOf<Change extends z.ZodType>(change: Change) {
  const revision = z.object({
    number: z.number().int().describe("Equals the object's version after this change"),
    at: z.iso.datetime(),
    by: z.string().describe("User name"),
    reason: z.string(),
    action: z.enum(["created", "updated", "restored", "deleted"]),
    changes: z.array(change).describe("What changed since the revision before"),
  });
  return z.object({ items: z.array(revision) });
}

/** A history whose changes are told by kind only. */
export const revisionListSchema = revisionListOf(z.looseObject({ kind: z.string() }));

/** Why a change was made, in the words of the person who made it; stored in the history. */
export const reasonSchema = textOf(checkReason)
  .describe(`Why, for the history; at most ${maximumReasonLength} characters`)
  .optional();
