"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { routePattern } from "@/components/route-pattern/route-pattern";

/** The pages of route patterns. */
export function RoutePatternPages(props: ObjectPagesProps) {
  return <ObjectPages object={routePattern} {...props} />;
}
