"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNavigate } from "@/components/console/navigation-guard";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { refusalOf } from "@/lib/client/api-error";

type DeleteObjectOptions = {
  name: string;
  /** Deletes it and makes the list be read again when it is next shown. */
  remove: () => Promise<unknown>;
  /** Where to go afterwards. */
  listPath: string;
  onRefused: () => void;
};

/** Deletes the object and goes to the list, which tells so; a refusal is told on this page. */
export function useDeleteObject({ name, remove, listPath, onRefused }: DeleteObjectOptions) {
  const t = useTranslations("configuration.status");
  const status = useStatus();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);

  async function run() {
    status.clear();
    setPending(true);
    try {
      await remove();
      status.show({ tone: "good", text: t("deleted"), detail: name }, { forPath: listPath });
      navigate(listPath, { isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      const [problem] = refusal.problems;
      const detail = problem ? problemText(problem) : refusalText(refusal);
      status.show({ tone: "bad", text: t("notDeleted"), detail, refusal });
      setPending(false);
      onRefused();
    }
  }
  return { remove: () => void run(), isPending };
}
