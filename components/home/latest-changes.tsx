"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/console/local-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { latestChangesQuery } from "@/lib/client/change-log";
import { identityText } from "@/lib/client/object-identity";
import { isShownKind } from "@/lib/client/object-kinds";
import { objectPath } from "@/lib/client/object-path";
import { shownChanges } from "@/lib/client/shown-changes";

/** What people did lately, newest first. */
export function LatestChanges() {
  const t = useTranslations("home.changes");
  const kindName = useTranslations("catalogue.configurationKind");
  const { data } = useQuery(latestChangesQuery(shownChanges));
  const changes = data?.items ?? [];
  return (
    <section aria-labelledby="latest-changes">
      <h2 id="latest-changes" className="pb-2 text-base font-semibold">
        {t("title")}
      </h2>
      {data && changes.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <ul className="rounded-panel border border-line">
          {changes.map((change) => {
            const { entity, partition = null } = change;
            const kind = isShownKind(entity) ? kindName(entity) : t(`kind.${entity}`);
            const path = change.action === "deleted" ? null : objectPath(entity, change.name, partition);
            const text = identityText({ name: change.name, partition });
            const name =
              path === null ? <span className="font-medium">{text}</span> : <Link href={path}>{text}</Link>;
            return (
              <li
                key={`${change.entity} ${change.name} ${change.number} ${change.at}`}
                className="flex flex-wrap gap-x-3 border-line px-3 py-2 not-first:border-t"
              >
                <span className="min-w-0 flex-1">
                  {name} <span className="text-muted">{t(`action.${change.action}`, { kind })}</span>
                  {change.reason === "" ? null : <span className="block text-muted">{change.reason}</span>}
                </span>
                <span className="text-muted tabular-nums">
                  {change.by} · <LocalTime at={change.at} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
