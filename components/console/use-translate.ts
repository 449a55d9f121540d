"use client";

import { useTranslations } from "next-intl";
import type { Translate } from "@/lib/i18n/translate";

/** A translator of all areas whose keys are put together, such as `problems.problem.<code>`; ask `has` whether there is one. */
export function useTranslate(): Translate {
  return useTranslations() as Translate;
}
