"use client";

import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/console/history/change-list";
import type { ListedRevision } from "@/components/console/history/revision-contents";
import { LocalTime } from "@/components/console/local-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

// More changes than these are folded away, as those of a new template are.
const mostUnfolded = 10;

type RevisionItemProps = {
  revision: Omit<ListedRevision<unknown>, "changes">;
  /** What it changed, in words. */
  changes: readonly string[];
  /** What the first revision was copied from, when that is known. */
  copyOf?: string | null;
  isNewest: boolean;
  /** Without it this revision cannot be restored. */
  onRestore: (() => void) | undefined;
};

/** One revision: number, when, who, why, and what it changed in words. */
export function RevisionItem({ revision, changes, copyOf = null, isNewest, onRestore }: RevisionItemProps) {
  const t = useTranslations("configuration.history");
  const { number, at, by, reason, action, restored } = revision;
  const headingId = `revision-${number}`;
  const list = <ChangeList changes={changes} />;
  return (
    <li aria-labelledby={headingId} className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={headingId} className="font-semibold">
          {t("revision", { number })}
        </h2>
        {isNewest ? <Badge tone="accent">{t("current")}</Badge> : null}
        <span>{restored === null ? t(`action.${action}`) : t("restoredRevision", { number: restored })}</span>
        <span className="text-muted">
          <LocalTime at={at} />
          {` · ${by}`}
        </span>
        {onRestore ? (
          <Button size="small" className="ms-auto" icon={<History aria-hidden />} onPress={onRestore}>
            {t("restore", { number })}
          </Button>
        ) : null}
      </div>
      {action === "created" && copyOf !== null ? <p>{t("copiedFrom", { copyOf })}</p> : null}
      {reason === "" ? null : <p className="wrap-anywhere text-muted">{t("reason", { reason })}</p>}
      <div className="mt-1">
        {changes.length > mostUnfolded ? (
          <details>
            <summary className="focus-ring w-fit cursor-default rounded-xs">
              {action === "created" ? t("startedWith") : t("changeCount", { count: changes.length })}
            </summary>
            {list}
          </details>
        ) : (
          list
        )}
      </div>
    </li>
  );
}
