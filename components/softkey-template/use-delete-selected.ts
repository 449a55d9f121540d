"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";
import {
  matchingSoftkeyTemplateNames,
  refreshSoftkeyTemplates,
  removeSoftkeyTemplateMutation,
} from "@/lib/client/softkey-template";

/** What became of one template: `refusal` says why it is still there, null that it was deleted. */
export type DeleteOutcome = { name: string; refusal: string | null };

/** How far a deletion of several templates is. */
export type DeleteRun = {
  total: number;
  outcomes: readonly DeleteOutcome[];
  isRunning: boolean;
  error: string | null;
};

/** Deletes the selected templates one after the other; one that must stay does not stop the others. */
export function useDeleteSelected(selection: ListSelection) {
  const t = useTranslations("softkeyTemplate.list");
  const status = useStatus();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const removal = useMutation(removeSoftkeyTemplateMutation());
  const [progress, setProgress] = useState<DeleteRun | null>(null);

  async function remove(name: string): Promise<DeleteOutcome> {
    try {
      await removal.mutateAsync({ params: { name } });
      return { name, refusal: null };
    } catch (error) {
      const refusal = refusalOf(error);
      const [problem] = refusal.problems;
      return { name, refusal: problem ? problemText(problem) : refusalText(refusal) };
    }
  }

  async function start() {
    let current: DeleteRun = { total: 0, outcomes: [], isRunning: true, error: null };
    const show = (change: Partial<DeleteRun>) => {
      current = { ...current, ...change };
      setProgress(current);
    };
    status.clear();
    show({});
    try {
      const names =
        selection.kind === "rows" ? selection.keys : await matchingSoftkeyTemplateNames(selection);
      show({ total: names.length });
      for (const name of names) show({ outcomes: [...current.outcomes, await remove(name)] });
      show({ isRunning: false });
      const deleted = current.outcomes.filter(({ refusal }) => refusal === null).length;
      const refused = names.length - deleted;
      status.show({
        tone: refused === 0 ? "good" : "caution",
        text: t("deleteResult", { deleted, refused }),
      });
    } catch (error) {
      show({ isRunning: false, error: refusalText(refusalOf(error)) });
    }
    void refreshSoftkeyTemplates(client);
  }

  return { progress, start: () => void start() };
}
