import { z } from "zod";
import { wholeNumber } from "@/lib/contract/text";

/** Operators of *Find and List*, in the order of its drop-down. */
export const listOperators = [
  "beginsWith",
  "contains",
  "isExactly",
  "endsWith",
  "isEmpty",
  "isNotEmpty",
  "isAfter",
  "isBefore",
] as const;
export type ListOperator = (typeof listOperators)[number];

/** Bounds of `limit`. */
export const listLimits = { minimum: 1, maximum: 250, default: 50 } as const;

/** The most conditions of one question; each of them is asked of every row. */
export const mostConditions = 100;

const textOrTexts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === "string" ? [value] : value))
  .pipe(z.array(z.string()).max(mostConditions));

/** Query parameters that every list takes. */
export const listQuerySchema = z.strictObject({
  where: textOrTexts.describe(
    `Conditions \`field:operator:value\` with ${listOperators.join(", ")}; the value is all after the second colon; the last two compare instants; at most ${mostConditions}`,
  ),
  match: z.enum(["all", "any"]).default("all").describe("Whether all conditions or any of them must hold"),
  sort: z.string().default("name").describe("A field; with a leading `-` in descending order"),
  limit: wholeNumber(listLimits.minimum, listLimits.maximum)
    .default(listLimits.default)
    .describe("Most items of one answer"),
  cursor: z
    .string()
    .optional()
    .describe("`nextCursor` of the page before, with the same `where`, `match` and `sort`"),
});
export type ListQuery = z.output<typeof listQuerySchema>;

/** The answer of a list: one page, the cursor of the next and the count of all that match. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });
}

/** What the API document says of a list, beyond its parameters. */
export function listDescription(fields: readonly string[]): string {
  return `Fields of \`where\` and \`sort\`: ${fields.join(", ")}.`;
}
