"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";

/** What became of one object: `refusal` says why it is still there, null that it was deleted. */
export type DeleteOutcome = { name: string; refusal: string | null };

/** How far a deletion of several objects is. */
export type DeleteRun = {
  total: number;
  outcomes: readonly DeleteOutcome[];
  isRunning: boolean;
  error: string | null;
};

/** How the objects of a list are deleted. */
export type Deletion = {
  remove: (name: string) => Promise<unknown>;
  /** The names of all that match a search. */
  namesOf: (filter: { where: string[]; match: "all" | "any" }) => Promise<string[]>;
  /** Makes everything about these objects be read again. */
  refresh: () => Promise<void>;
};

/** Deletes the selected objects one after the other; one that must stay does not stop the others. */
export function useDeleteSelected(selection: ListSelection, deletion: Deletion) {
  const t = useTranslations("configuration.list");
  const status = useStatus();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const [progress, setProgress] = useState<DeleteRun | null>(null);

  async function remove(name: string): Promise<DeleteOutcome> {
    try {
      await deletion.remove(name);
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
      const names = selection.kind === "rows" ? selection.keys : await deletion.namesOf(selection);
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
    void deletion.refresh();
  }

  return { progress, start: () => void start() };
}
