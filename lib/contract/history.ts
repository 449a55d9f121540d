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
