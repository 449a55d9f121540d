"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { phone } from "@/components/phone/phone";

/** The pages of phones (PH-01 to PH-05). */
export function PhonePages(props: ObjectPagesProps) {
  return <ObjectPages object={phone} {...props} />;
}
