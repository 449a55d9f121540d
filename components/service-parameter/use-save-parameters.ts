"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import type { ParameterEdits } from "@/components/service-parameter/use-parameter-edits";
import { refusalOf } from "@/lib/client/api-error";
import { refreshObjects } from "@/lib/client/configuration";
import {
  type ParameterChange,
  rememberServiceParameter,
  setServiceParameter,
} from "@/lib/client/service-parameter";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

/** A change of a parameter that somebody else has changed since the page was opened. */
export type StaleChange = ParameterChange & { readonly current: ServiceParameterDto };

type Outcome = { saved: ServiceParameterDto } | { stale: StaleChange } | { refused: string };

/** Saves parameters one by one and tells the outcome in the status line; stale ones wait in `stale`. */
export function useSaveParameters(edits: Pick<ParameterEdits, "settle">) {
  const t = useTranslations("serviceParameter");
  const words = useTranslations("configuration.status");
  const status = useStatus();
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const [isPending, setPending] = useState(false);
  const [stale, setStale] = useState<readonly StaleChange[]>([]);

  async function send(change: ParameterChange): Promise<Outcome> {
    try {
      const saved = await setServiceParameter(change);
      rememberServiceParameter(client, saved);
      edits.settle(saved, change.value);
      return { saved };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code === "stale") {
        return { stale: { ...change, current: refusal.data.current as ServiceParameterDto } };
      }
      const [problem] = refusal.problems;
      return { refused: problem ? problemText(problem) : refusalText(refusal) };
    }
  }

  function tell(outcomes: readonly Outcome[]) {
    const saved = outcomes.filter((outcome) => "saved" in outcome).length;
    const reasons = outcomes.flatMap((outcome) => ("refused" in outcome ? [outcome.refused] : []));
    if (saved === outcomes.length) {
      return status.show({ tone: "good", text: words("updated"), detail: t("saved", { count: saved }) });
    }
    const text =
      saved === 0 ? words("notSaved") : t("notAllSaved", { saved, refused: outcomes.length - saved });
    const detail =
      [...new Set(reasons)].join(" ") || refusalText({ code: "stale", status: 409, problems: [], data: {} });
    status.show({ tone: "bad", text, detail });
  }

  /** Saves the changes; answers whether all of them are stored. Without any it only says so. */
  async function save(changes: readonly ParameterChange[]): Promise<boolean> {
    status.clear();
    setStale([]);
    if (changes.length === 0) {
      status.show({ tone: "info", text: words("nothingToSave") });
      return true;
    }
    setPending(true);
    const outcomes: Outcome[] = [];
    for (const change of changes) outcomes.push(await send(change));
    setStale(outcomes.flatMap((outcome) => ("stale" in outcome ? [outcome.stale] : [])));
    tell(outcomes);
    await refreshObjects(client);
    setPending(false);
    return outcomes.every((outcome) => "saved" in outcome);
  }

  return { save, isPending, stale, settleStale: () => setStale([]), compare: setStale };
}
