"use client";

import { useTranslations } from "next-intl";
import { callStateName, softkeyLabel, softkeyName } from "@/components/console/history/softkey-change-text";
import type { CallState } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { Translate } from "@/lib/i18n/problem-text";

/** Call states and softkeys in the person's language. */
export function useWords() {
  const translate = useTranslations() as unknown as Translate;
  return {
    callState: (state: CallState) => callStateName(translate, state),
    label: (softkey: SoftkeyId) => softkeyLabel(translate, softkey),
    name: (softkey: SoftkeyId) => softkeyName(translate, softkey),
  };
}
