"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useTranslate } from "@/components/console/use-translate";
import { type ScreenKey, screenKeys } from "@/lib/callback/state/phone";
import { type ButtonFeature, buttonFeatureKey, noFeature } from "@/lib/catalog/button-features";
import { softkeyKey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { loadMessages } from "@/lib/i18n/messages";
import { languageOfUserLocale } from "@/lib/i18n/phone-text";
import type { Translate } from "@/lib/i18n/translate";
import { translatorOf } from "@/lib/i18n/translator";

function isScreenKey(key: string): key is ScreenKey {
  return screenKeys.some((known) => known === key);
}

/** The translator of a phone that speaks another language than the page; undefined until its texts have come. */
function useOtherTranslator(userLocale: string): Translate | undefined {
  const language = languageOfUserLocale(userLocale);
  const isOther = language !== useLocale();
  const { data: messages } = useQuery({
    queryKey: ["phoneTexts", language],
    queryFn: () => loadMessages(language),
    enabled: isOther,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(
    () => (isOther && messages ? translatorOf(language, messages) : undefined),
    [isOther, language, messages],
  );
}

/** What stands on a phone, in the language of its user locale, all of it. */
export function usePhoneWords(userLocale: string) {
  const own = useTranslate();
  const language = languageOfUserLocale(userLocale);
  const say = useOtherTranslator(userLocale) ?? own;
  return {
    /** The language of the phone, for those who have its texts read to them and for where lines break. */
    language,
    /** A text by its key in all areas. */
    say,
    softkey(key: SoftkeyId | ScreenKey): string {
      if (isScreenKey(key)) return say(`callBack.screenKey.${key}`);
      return say(`catalogue.softkey.${softkeyKey(key)}.label`);
    },
    button(feature: ButtonFeature, label: string): string {
      if (feature === noFeature) return "";
      // Without a text of its own the button is called by its feature.
      return label === feature ? say(`catalogue.buttonFeature.${buttonFeatureKey(feature)}`) : label;
    },
  };
}

export type PhoneWords = ReturnType<typeof usePhoneWords>;
