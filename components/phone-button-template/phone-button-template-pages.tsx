"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { phoneButtonTemplate } from "@/components/phone-button-template/phone-button-template";

/** All pages of phone button templates. */
export function PhoneButtonTemplatePages(props: ObjectPagesProps) {
  return <ObjectPages object={phoneButtonTemplate} {...props} />;
}
