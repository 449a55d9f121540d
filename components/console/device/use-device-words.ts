"use client";

import { type DeviceChangeDto, deviceChangesText } from "@/components/console/device/device-change-text";
import { useTranslate } from "@/components/console/use-translate";

/** What differs between what phones run and what is saved, in the person's language. */
export function useDeviceWords() {
  const translate = useTranslate();
  return { changes: (changes: readonly DeviceChangeDto[]) => deviceChangesText(translate, changes) };
}
