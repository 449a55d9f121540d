import { describeObject } from "@/components/console/object/object-description";
import { descriptionField, nameField } from "@/components/console/object/object-fields";
import type { StoredObject } from "@/lib/client/configuration";
import { type CtiRoutePointContent, ctiRoutePointRules } from "@/lib/configuration/cti-route-point";

/** What the pages of CTI route points show: a number whose calls go to another one (PR-07). */
export const ctiRoutePoint = describeObject<CtiRoutePointContent, StoredObject & CtiRoutePointContent>({
  kind: "ctiRoutePoint",
  rules: ctiRoutePointRules,
  groups: [
    { id: "information", fields: [nameField, descriptionField] },
    {
      id: "number",
      fields: [
        { path: "directoryNumber", control: "text", isMonospace: true, isRequired: true, hasHelp: true },
        { path: "partition", control: "reference", to: "partition" },
        { path: "forwardTo", control: "text", isMonospace: true, hasHelp: true },
      ],
    },
  ],
  columns: [
    { field: "description" },
    { field: "directoryNumber" },
    { field: "partition", to: "partition" },
    { field: "forwardTo" },
  ],
  searched: [
    { field: "name" },
    { field: "description" },
    { field: "directoryNumber" },
    { field: "partition" },
    { field: "forwardTo" },
  ],
});
