"use client";

import dynamic from "next/dynamic";
import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
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
const callingSearchSpace = describeObject<
  CallingSearchSpaceContent,
  StoredObject & CallingSearchSpaceContent
>({
  rules: callingSearchSpaceRules,
  groups: [
    { id: "information", fields: ["name", "description"] },
    { id: "partitions", fields: [{ path: "partitions", Editor: PartitionsEditor }] },
  ],
  columns: ["description", { field: "partitions", isUnsorted: true }],
});

/** The pages of calling search spaces. */
export function CallingSearchSpacePages(props: ObjectPagesProps) {
  return <ObjectPages object={callingSearchSpace} {...props} />;
}
