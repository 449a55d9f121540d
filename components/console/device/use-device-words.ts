"use client";

import { useTranslations } from "next-intl";
import { type DeviceChangeDto, deviceChangesText } from "@/components/console/device/device-change-text";
import type { Translate } from "@/lib/i18n/problem-text";

/** What differs between what phones run and what is saved, in the person's language. */
export function useDeviceWords() {
  const translate = useTranslations() as unknown as Translate;
  return { changes: (changes: readonly DeviceChangeDto[]) => deviceChangesText(translate, changes) };
}
