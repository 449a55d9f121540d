"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/console/local-time";
import { useChangeWords } from "@/components/console/use-change-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { latestChangesQuery } from "@/lib/client/change";
import { allChangesPath, changePath } from "@/lib/client/paths";
import { shownChanges } from "@/lib/client/shown-changes";

/** What people did lately, newest first. */
export function LatestChanges() {
  const t = useTranslations("home.changes");
  const about = useChangeWords();
  const { data } = useQuery(latestChangesQuery(shownChanges));
  const changes = data?.items ?? [];
  return (
    <section aria-labelledby="latest-changes">
      <div className="flex items-baseline justify-between gap-3 pb-2">
        <h2 id="latest-changes" className="text-base font-semibold">
          {t("title")}
        </h2>
        {changes.length === 0 ? null : <Link href={allChangesPath}>{t("all")}</Link>}
      </div>
      {data && changes.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <ul className="rounded-panel border border-line">
          {changes.map((change) => (
            <li key={change.id} className="flex flex-wrap gap-x-3 border-line px-3 py-2 not-first:border-t">
              <span className="min-w-0 flex-1">
                <Link href={changePath(change.id)}>{about(change)}</Link>
                {change.reason === "" ? null : <span className="block text-muted">{change.reason}</span>}
              </span>
              <span className="text-muted tabular-nums">
                {change.by} · <LocalTime at={change.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
