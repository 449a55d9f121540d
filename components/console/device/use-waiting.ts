"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Status } from "@/components/console/status";
import { type ActionKind, previewQuery } from "@/lib/client/device";

/** Asks after a save whether phones wait for *Apply Config*, and says so in the words of Unified CM; else null. */
export function useWaiting() {
  const t = useTranslations("device.afterSave");
  const client = useQueryClient();
  return async (kind: ActionKind, saved: { name: string; version: number }): Promise<Status | null> => {
    const { groups } = await client.fetchQuery(previewQuery({ kind, name: saved.name }, "applyConfig"));
    const waiting = groups.filter(({ impact }) => impact !== "none");
    const count = waiting.reduce((sum, group) => sum + group.count, 0);
    if (count === 0) return null;
    return { tone: "good", text: t("text"), detail: t("detail", { version: saved.version, count }) };
  };
}
