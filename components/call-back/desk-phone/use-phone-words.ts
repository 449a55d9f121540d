"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type ScreenKey, screenKeys } from "@/lib/callback/world/phone";
import { type ButtonFeature, buttonFeatureKey, noFeature } from "@/lib/catalog/button-features";
import { type SoftkeyId, softkeyKey } from "@/lib/catalog/softkeys";
import { loadMessages } from "@/lib/i18n/messages";
import { languageOfUserLocale } from "@/lib/i18n/phone-text";
import type { Translate } from "@/lib/i18n/problem-text";

function isScreenKey(key: string): key is ScreenKey {
  return screenKeys.some((known) => known === key);
}

/** The texts of a phone that speaks another language than the page; undefined until they have come. */
function useOtherTexts(userLocale: string) {
  const language = languageOfUserLocale(userLocale);
  const isOther = language !== useLocale();
  const { data } = useQuery({
    queryKey: ["phoneTexts", language],
    queryFn: () => loadMessages(language),
    enabled: isOther,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isOther ? data : undefined;
}

/** What the keys of a phone are called, in the language of its user locale as its screens are. */
export function usePhoneWords(userLocale: string) {
  const translate = useTranslations() as unknown as Translate;
  const other = useOtherTexts(userLocale);
  return {
    softkey(key: SoftkeyId | ScreenKey): string {
      if (isScreenKey(key)) return other?.callBack.screenKey[key] ?? translate(`callBack.screenKey.${key}`);
      const texts = other?.catalogue.softkey[softkeyKey(key)];
      return texts && "label" in texts
        ? texts.label
        : translate(`catalogue.softkey.${softkeyKey(key)}.label`);
    },
    button(feature: ButtonFeature, label: string): string {
      if (feature === noFeature) return "";
      // Without a text of its own the button is called by its feature.
      if (label !== feature) return label;
      const key = buttonFeatureKey(feature);
      return other?.catalogue.buttonFeature[key] ?? translate(`catalogue.buttonFeature.${key}`);
    },
  };
}
