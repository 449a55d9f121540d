"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { ctiRoutePoint } from "@/components/cti-route-point/cti-route-point";

/** The pages of CTI route points (PR-07). */
export function CtiRoutePointPages(props: ObjectPagesProps) {
  return <ObjectPages object={ctiRoutePoint} {...props} />;
}
