"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { directoryNumber } from "@/components/directory-number/directory-number";

/** The pages of directory numbers. */
export function DirectoryNumberPages(props: ObjectPagesProps) {
  return <ObjectPages object={directoryNumber} {...props} />;
}
