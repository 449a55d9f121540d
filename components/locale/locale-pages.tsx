"use client";

import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { locale, readableLocale } from "@/components/locale/locale";

/** The pages of locales (PR-02). */
export function LocalePages(props: ObjectPagesProps) {
  return <ObjectPages object={props.mayUpdate ? locale : readableLocale} {...props} />;
}
