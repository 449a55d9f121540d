"use client";

import { useTranslations } from "next-intl";
import { LatestChanges } from "@/components/home/latest-changes";
import { TaskFlow } from "@/components/home/task-flow";

/** The start page: what to do for Call Back, and what others did. */
export function Home() {
  const t = useTranslations("home");
  return (
    <>
      <title>{`${t("title")} · Ringback`}</title>
      <div className="border-b border-line px-4 pt-4 pb-3">
        <h1 className="text-lg font-semibold">{t("title")}</h1>
        <p className="text-muted">{t("intro")}</p>
      </div>
      <div className="grid max-w-6xl grid-cols-1 gap-6 p-4 lg:grid-cols-2">
        <TaskFlow />
        <LatestChanges />
      </div>
    </>
  );
}
