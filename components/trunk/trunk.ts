import { describeObject } from "@/components/console/object/object-description";
import { descriptionField, nameField } from "@/components/console/object/object-fields";
import { CallBackBadge } from "@/components/trunk/call-back-badge";
import { TrunkMeaning } from "@/components/trunk/trunk-meaning";
import { trunkTypes } from "@/lib/catalog/trunk-types";
import type { StoredObject } from "@/lib/client/configuration";
import { type TrunkContent, trunkRules } from "@/lib/configuration/trunk";

/** What the pages of trunks show: what lies behind, and whether call back gets there (OV-02, RS-01, RS-02). */
export const trunk = describeObject<TrunkContent, StoredObject & TrunkContent>({
  kind: "trunk",
  rules: trunkRules,
  groups: [
    {
      id: "information",
      fields: [
        nameField,
        descriptionField,
        {
          path: "type",
          control: "choice",
          choices: trunkTypes,
          words: "catalogue.trunkType",
          isRequired: true,
        },
        { path: "remoteCluster", control: "reference", to: "remoteCluster", hasHelp: true },
        { path: "throughCube", control: "flag", hasHelp: true },
      ],
    },
    { id: "callBack", fields: [], Section: TrunkMeaning },
  ],
  columns: [
    { field: "description" },
    { field: "type" },
    { field: "throughCube", isHiddenAtFirst: true },
    { field: "remoteCluster", to: "remoteCluster" },
    { field: "callBack", Cell: CallBackBadge, isUnsorted: true },
  ],
  searched: [
    { field: "name" },
    { field: "description" },
    { field: "type" },
    { field: "throughCube", kind: "boolean" },
    { field: "remoteCluster" },
  ],
});
