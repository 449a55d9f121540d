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

type Filter = { where: string[]; match: "all" | "any" };

/** How the objects of a list are deleted. */
export type Deletion = {
  /** Deletes the object of a row, by the key of the row. */
  remove: (key: string) => Promise<unknown>;
  /** Deletes all that match a search by a job, to which the console then goes. */
  deleteAll: (filter: Filter) => Promise<void>;
  /** What people call the object of a row; its key unless given. */
  nameOf?: (key: string) => string;
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

  async function remove(key: string): Promise<DeleteOutcome> {
    const name = deletion.nameOf?.(key) ?? key;
    try {
      await deletion.remove(key);
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
      if (selection.kind === "allMatching") {
        return await deletion.deleteAll({ where: selection.where, match: selection.match });
      }
      const { keys } = selection;
      show({ total: keys.length });
      for (const key of keys) show({ outcomes: [...current.outcomes, await remove(key)] });
      show({ isRunning: false });
      const deleted = current.outcomes.filter(({ refusal }) => refusal === null).length;
      const refused = keys.length - deleted;
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
