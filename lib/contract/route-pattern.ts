import { routePatternRules } from "@/lib/configuration/route-pattern";
import { byPattern, configurationContract } from "@/lib/contract/configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";

/** `/route-patterns`. */
export const routePatternContract = configurationContract(routePatternRules, {
  address: byPattern,
  schemas: objectSchemas(routePatternRules, {
    texts: {
      pattern: { examples: ["5XXX"] },
    },
  }),
});
