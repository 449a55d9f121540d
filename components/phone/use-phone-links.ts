"use client";

import { useTranslations } from "next-intl";
import type { RelatedLink } from "@/components/console/related-links";
import { pathOf } from "@/lib/client/object-path";
import { phoneInUsePath } from "@/lib/client/paths";
import type { PhoneDto } from "@/lib/contract/phone";

/** *Related Links* that only phones have: the phone on the desk, where it can be used, and its *Configuration File*. */
export function usePhoneLinks({ name }: PhoneDto): readonly RelatedLink[] {
  const t = useTranslations();
  const file = pathOf("phone", { name, partition: null }, "configuration-file");
  return [
    { id: "use", label: t("phone.use"), href: phoneInUsePath(name) },
    { id: "configuration-file", label: t("device.file.title"), href: file },
  ];
}
