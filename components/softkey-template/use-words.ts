"use client";

import { softkeyLabel, softkeyName } from "@/components/console/history/softkey-change-text";
import { useTranslate } from "@/components/console/use-translate";
import type { CallState } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { callStateName } from "@/lib/i18n/field-name";

/** Call states and softkeys in the person's language. */
export function useWords() {
  const translate = useTranslate();
  return {
    callState: (state: CallState) => callStateName(translate, state),
    label: (softkey: SoftkeyId) => softkeyLabel(translate, softkey),
    name: (softkey: SoftkeyId) => softkeyName(translate, softkey),
  };
}
