import { routePatternRules } from "@/lib/configuration/route-pattern";
import { byPattern, configurationContract } from "@/lib/contract/configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** `/route-patterns`. */
export const routePatternContract = configurationContract(routePatternRules, {
  address: byPattern,
  schemas: objectSchemas(routePatternRules, {
    texts: {
      pattern: {
        text: "X any digit, ! one or more, [2-9] and [^5] some, ? and + after what repeats, a dot before what stays",
        examples: ["9.[2-9]XXX"],
      },
      discardDigits: "preDot: only what is dialled after the dot goes out over the trunk",
    },
  }),
});
