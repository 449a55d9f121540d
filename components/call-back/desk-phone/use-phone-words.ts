"use client";

import { useTranslations } from "next-intl";
import { type ScreenKey, screenKeys } from "@/lib/callback/world/phone";
import { type ButtonFeature, buttonFeatureKey, noFeature } from "@/lib/catalog/button-features";
import { type SoftkeyId, softkeyKey } from "@/lib/catalog/softkeys";
import type { Translate } from "@/lib/i18n/problem-text";

function isScreenKey(key: string): key is ScreenKey {
  return screenKeys.some((known) => known === key);
}

/** What the keys of a phone are called. */
export function usePhoneWords() {
  const translate = useTranslations() as unknown as Translate;
  return {
    softkey: (key: SoftkeyId | ScreenKey) =>
      translate(
        isScreenKey(key) ? `callBack.screenKey.${key}` : `catalogue.softkey.${softkeyKey(key)}.label`,
      ),
    button(feature: ButtonFeature, label: string): string {
      if (feature === noFeature) return "";
      // Without a text of its own the button is called by its feature.
      return label === feature ? translate(`catalogue.buttonFeature.${buttonFeatureKey(feature)}`) : label;
    },
  };
}
