import dynamic from "next/dynamic";
import { describeObject } from "@/components/console/object/object-description";
import { descriptionField, nameField } from "@/components/console/object/object-fields";
import type { StoredObject } from "@/lib/client/configuration";
import {
  type CallingSearchSpaceContent,
  callingSearchSpaceRules,
} from "@/lib/configuration/calling-search-space";

// Only the page of an object loads the two lists.
const PartitionsEditor = dynamic(() =>
  import("@/components/calling-search-space/partitions-editor").then((module) => module.PartitionsEditor),
);

/** What the pages of calling search spaces show. */
export const callingSearchSpace = describeObject<
  CallingSearchSpaceContent,
  StoredObject & CallingSearchSpaceContent
>({
  kind: "callingSearchSpace",
  rules: callingSearchSpaceRules,
  groups: [
    { id: "information", fields: [nameField, descriptionField] },
    { id: "partitions", fields: [{ path: "partitions", control: "custom", Editor: PartitionsEditor }] },
  ],
  columns: [{ field: "description" }, { field: "partitions", isUnsorted: true }],
  searched: [{ field: "name" }, { field: "description" }, { field: "partitions" }],
});
