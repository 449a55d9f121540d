"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { softkeyTemplate } from "@/components/softkey-template/softkey-template";

/** The pages of softkey templates but for their layout (SK-02 to SK-05). */
export function SoftkeyTemplatePages(props: ObjectPagesProps) {
  return <ObjectPages object={softkeyTemplate} {...props} />;
}
