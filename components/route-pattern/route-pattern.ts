import { describeObject } from "@/components/console/object/object-description";
import { descriptionField } from "@/components/console/object/object-fields";
import { PatternTester } from "@/components/route-pattern/pattern-tester";
import type { StoredObject } from "@/lib/client/configuration";
import { maximumDestinationLength } from "@/lib/configuration/number-rules";
import { type RoutePatternContent, routePatternRules } from "@/lib/configuration/route-pattern";

/** What the pages of route patterns show: which numbers go out over which trunk. */
export const routePattern = describeObject<RoutePatternContent, StoredObject & RoutePatternContent>({
  kind: "routePattern",
  rules: routePatternRules,
  groups: [
    {
      id: "information",
      fields: [
        {
          path: "pattern",
          control: "text",
          maximum: maximumDestinationLength,
          isMonospace: true,
          isRequired: true,
          hasHelp: true,
        },
        { path: "partition", control: "reference", to: "partition", hasHelp: true },
        descriptionField,
        { path: "trunk", control: "reference", to: "trunk", isRequired: true },
      ],
    },
    { id: "test", fields: [], Section: PatternTester },
  ],
  columns: [
    { field: "partition", to: "partition" },
    { field: "description" },
    { field: "trunk", to: "trunk" },
  ],
  searched: [{ field: "pattern" }, { field: "partition" }, { field: "description" }, { field: "trunk" }],
});
