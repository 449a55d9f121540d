"use client";

import { useTranslations } from "next-intl";
import type { RelatedLink } from "@/components/console/related-links";
import { phoneInUsePath } from "@/lib/client/paths";
import type { PhoneDto } from "@/lib/contract/phone";

/** *Related Links* to the phone on the desk, where it can be used. */
export function useUseLink({ name }: PhoneDto): readonly RelatedLink[] {
  const t = useTranslations("phone");
  return [{ id: "use", label: t("use"), href: phoneInUsePath(name) }];
}
