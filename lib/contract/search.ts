import { oc } from "@orpc/contract";
import { z } from "zod";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { longestSearchText } from "@/lib/configuration/search-text";
import { checkText } from "@/lib/configuration/text-rules";
import { commonErrors } from "@/lib/contract/errors";
import { textOf, wholeNumber } from "@/lib/contract/text";

/** Bounds of `limit`. */
const searchLimits = { minimum: 1, maximum: 20, default: 5 } as const;

/** An object that a search found. */
export const foundObjectSchema = z.object({
  kind: z.enum(configurationKinds),
  name: z.string(),
  partition: z.string().nullable().describe("Of what is named by a pattern: its partition"),
  description: z.string(),
  found: z
    .object({
      field: z.enum(["owner", "label", "directoryNumber", "alertingName", "userId", "model"]),
      text: z.string(),
    })
    .nullable()
    .describe("By what it was found, when that is neither its name nor its description"),
  isAlike: z.boolean().describe("Nothing has what was typed: this one has something like it"),
});
export type FoundObjectDto = z.output<typeof foundObjectSchema>;

/** `/search`: objects of all kinds by what people know of them. */
export const searchContract = {
  find: oc
    .route({
      method: "GET",
      path: "/search",
      tags: ["Search"],
      inputStructure: "detailed",
      summary: "Find objects of all kinds by name, MAC address, description, number, owner or label",
      description:
        "Each word of the text has to be somewhere in the object, in any letter case; a word of one or two characters at the beginning of a word where there are many objects. First come names that are the text, then those that begin with it. When nothing has it, what is alike is answered, for one who mistyped.",
    })
    .errors(commonErrors)
    .input(
      z.object({
        query: z.strictObject({
          text: textOf((text, path) => checkText(text, longestSearchText, path)).describe(
            "What is looked for; of more than six words the first six count",
          ),
          limit: wholeNumber(searchLimits.minimum, searchLimits.maximum)
            .default(searchLimits.default)
            .describe("Most objects of one kind"),
        }),
      }),
    )
    .output(z.object({ items: z.array(foundObjectSchema) })),
};
