"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import type { StoredObject } from "@/lib/client/configuration";
import { type CtiRoutePointContent, ctiRoutePointRules } from "@/lib/configuration/cti-route-point";

/** What the pages of CTI route points show: a number whose calls go to another one (PR-07). */
const ctiRoutePoint = describeObject<CtiRoutePointContent, StoredObject & CtiRoutePointContent>({
  rules: ctiRoutePointRules,
  groups: [
    { id: "information", fields: ["name", "description"] },
    {
      id: "number",
      fields: ["directoryNumber", "partition", "forwardTo"],
    },
  ],
  columns: ["description", "directoryNumber", "partition", "forwardTo"],
});

/** The pages of CTI route points (PR-07). */
export function CtiRoutePointPages(props: ObjectPagesProps) {
  return <ObjectPages object={ctiRoutePoint} {...props} />;
}
