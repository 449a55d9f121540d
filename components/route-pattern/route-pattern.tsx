"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { PatternTester } from "@/components/route-pattern/pattern-tester";
import type { StoredObject } from "@/lib/client/configuration";
import { type RoutePatternContent, routePatternRules } from "@/lib/configuration/route-pattern";

/** What the pages of route patterns show: which numbers go out over which trunk. */
const routePattern = describeObject<RoutePatternContent, StoredObject & RoutePatternContent>({
  rules: routePatternRules,
  groups: [
    {
      id: "information",
      fields: ["pattern", "partition", "description", "trunk", "discardDigits"],
    },
    { id: "test", fields: [], Section: PatternTester },
  ],
  columns: ["partition", "description", "trunk", { field: "discardDigits", isHiddenAtFirst: true }],
});

/** The pages of route patterns. */
export function RoutePatternPages(props: ObjectPagesProps) {
  return <ObjectPages object={routePattern} {...props} />;
}
