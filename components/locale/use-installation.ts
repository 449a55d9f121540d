"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";
import { changesOf, refreshObjects, type StoredObject } from "@/lib/client/configuration";
import { identityOf } from "@/lib/client/object-identity";
import type { LocaleContent } from "@/lib/configuration/locale";

export type StoredLocale = StoredObject & LocaleContent;

/** Installs a locale or takes it away, and tells the outcome in the status line (PR-02). */
export function useInstallation(locale: StoredLocale) {
  const t = useTranslations("locale");
  const status = useStatus();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const [isPending, setPending] = useState(false);
  const { name, version } = locale;

  /** Stores whether the locale is installed; a refusal is told, and what is stored now is read again. */
  async function setInstalled(isInstalled: boolean): Promise<void> {
    const words = isInstalled ? "install" : "uninstall";
    status.clear();
    setPending(true);
    try {
      await changesOf("locale").update(identityOf("locale", locale), { isInstalled, version });
      status.show({ tone: "good", text: t(`${words}.done`, { name }), detail: t(`${words}.doneDetail`) });
    } catch (error) {
      const refusal = refusalOf(error);
      const [problem] = refusal.problems;
      const detail = problem ? problemText(problem) : refusalText(refusal);
      status.show({ tone: "bad", text: t(`${words}.refused`), detail });
    }
    await refreshObjects(client);
    setPending(false);
  }
  return { setInstalled, isPending };
}
