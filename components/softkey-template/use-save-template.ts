"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { contentOf, sameContent, templatePatch } from "@/components/softkey-template/content";
import { refusalOf } from "@/lib/client/api-error";
import {
  refreshSoftkeyTemplates,
  softkeyTemplateQuery,
  updateSoftkeyTemplateMutation,
} from "@/lib/client/softkey-template";
import type { Problem } from "@/lib/configuration/problem";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

/** A save that was based on an old version: what it was based on, what is stored now, what was to be saved. */
export type StaleSave = {
  base: SoftkeyTemplateContent;
  current: SoftkeyTemplateDto;
  yours: SoftkeyTemplateContent;
  reason: string;
};

type SaveResult = { saved: SoftkeyTemplateDto } | { problems: readonly Problem[] };

/**
 * Saves a template and tells the outcome in the status line; a stale save waits in `stale` to be settled.
 * @param pathOf the address of the page that shows the saved template, which a rename changes
 */
export function useSaveTemplate(pathOf: (name: string) => string) {
  const t = useTranslations("softkeyTemplate.status");
  const status = useStatus();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const update = useMutation(updateSoftkeyTemplateMutation());
  const [stale, setStale] = useState<StaleSave | null>(null);

  async function send(
    base: SoftkeyTemplateDto,
    yours: SoftkeyTemplateContent,
    reason: string,
  ): Promise<SaveResult> {
    const body = {
      version: base.version,
      ...templatePatch(contentOf(base), yours),
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    };
    try {
      const saved = await update.mutateAsync({ params: { name: base.name }, body });
      client.setQueryData(softkeyTemplateQuery(saved.name).queryKey, saved);
      // A renamed template is not there any more under the name that this page still shows.
      void refreshSoftkeyTemplates(client, { refetch: saved.name === base.name });
      setStale(null);
      const detail = t("version", { version: saved.version });
      status.show({ tone: "good", text: t("updated"), detail }, { forPath: pathOf(saved.name) });
      return { saved };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code === "stale") {
        const current = refusal.data.current as SoftkeyTemplateDto;
        setStale({ base: contentOf(base), current, yours, reason });
      } else if (refusal.problems.length > 0) {
        // What is wrong is told on the page, which has everything as it was typed.
        setStale(null);
      }
      status.show({ tone: "bad", text: t("notSaved"), detail: refusalText(refusal) });
      return { problems: refusal.problems };
    }
  }

  /** Saves what differs from `base`; with no difference it only says so. */
  async function save(
    base: SoftkeyTemplateDto,
    yours: SoftkeyTemplateContent,
    reason = "",
  ): Promise<SaveResult> {
    status.clear();
    if (sameContent(contentOf(base), yours)) {
      setStale(null);
      status.show({ tone: "info", text: t("nothingToSave") });
      return { saved: base };
    }
    return send(base, yours, reason);
  }

  return { save, isPending: update.isPending, stale, settle: () => setStale(null) };
}
