import { routePatternRules } from "@/lib/configuration/route-pattern";
import { byPattern, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** Fields that a list can be searched and sorted by. */
export const routePatternListFields = [
  "pattern",
  "partition",
  "description",
  "trunk",
  ...commonListFields,
] as const;

/** `/route-patterns`. */
export const routePatternContract = configurationContract({
  path: "/route-patterns",
  one: "a route pattern",
  many: "route patterns",
  address: byPattern,
  listFields: routePatternListFields,
  schemas: objectSchemas(routePatternRules, {
    texts: {
      pattern: { examples: ["5XXX"] },
    },
  }),
});
