"use client";

import { callingSearchSpace } from "@/components/calling-search-space/calling-search-space";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";

/** The pages of calling search spaces. */
export function CallingSearchSpacePages(props: ObjectPagesProps) {
  return <ObjectPages object={callingSearchSpace} {...props} />;
}
