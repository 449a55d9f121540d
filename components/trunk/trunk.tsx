"use client";

import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { CallBackBadge } from "@/components/trunk/call-back-badge";
import { TrunkMeaning } from "@/components/trunk/trunk-meaning";
import type { StoredObject } from "@/lib/client/configuration";
import { type TrunkContent, trunkRules } from "@/lib/configuration/trunk";

/** What the pages of trunks show: what lies behind, and whether call back gets there (OV-02, RS-01, RS-02). */
const trunk = describeObject<TrunkContent, StoredObject & TrunkContent>({
  rules: trunkRules,
  groups: [
    {
      id: "information",
      fields: [
        "name",
        "description",
        { path: "type", words: "catalogue.trunkType" },
        "remoteCluster",
        "throughCube",
      ],
    },
    { id: "callBack", fields: [], Section: TrunkMeaning },
  ],
  columns: [
    "description",
    "type",
    { field: "throughCube", isHiddenAtFirst: true },
    "remoteCluster",
    { field: "callBack", Cell: CallBackBadge, isUnsorted: true },
  ],
});

/** The pages of trunks. */
export function TrunkPages(props: ObjectPagesProps) {
  return <ObjectPages object={trunk} {...props} />;
}
