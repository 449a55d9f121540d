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

/** The values of an item's field, where they are few and known. */
function valuesAt(item: z.ZodType, path: readonly string[]): readonly string[] {
  if (item instanceof z.ZodNullable || item instanceof z.ZodOptional) {
    return valuesAt(item.unwrap() as z.ZodType, path);
  }
  const [field, ...deeper] = path;
  if (field === undefined) return item instanceof z.ZodEnum ? item.options.map(String) : [];
  const inner: unknown = item instanceof z.ZodObject ? item.shape[field] : undefined;
  return inner instanceof z.ZodType ? valuesAt(inner, deeper) : [];
}

/** What the API document says of a list, beyond its parameters: its fields, and the values of those that have few. */
export function listDescription(fields: readonly string[], item: z.ZodType): string {
  const choices = fields.flatMap((field) => {
    const values = valuesAt(item, field.split("."));
    return values.length === 0 ? [] : ` \`${field}\` is one of ${values.join(", ")}.`;
  });
  return `Fields of \`where\` and \`sort\`: ${fields.join(", ")}.${choices.join("")}`;
}
