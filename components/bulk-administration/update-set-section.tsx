"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isUnknown, type UpdateSet } from "@/components/bulk-administration/use-update-set";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { identityText } from "@/lib/client/object-identity";

const mostNamed = 8;

type UpdateSetSectionProps = {
  set: Exclude<UpdateSet, { kind: "filter" }>;
  /** The plural of the kind. */
  objects: string;
  onUseFilter: () => void;
};

/** The objects of an update that no filter chose: rows that were picked, or those of a job. */
export function UpdateSetSection({ set, objects, onUseFilter }: UpdateSetSectionProps) {
  const t = useTranslations("bulkAdministration.update");
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      {content()}
      <Button size="small" className="self-start" onPress={onUseFilter}>
        {t("useFilter")}
      </Button>
    </div>
  );

  function content(): ReactNode {
    if (isUnknown(set)) return <Notice tone="caution">{t(set.kind)}</Notice>;
    const count = set.count ?? 0;
    if (set.kind === "job") {
      return (
        <p role="status" className="font-medium">
          {t("ofJob", { count, objects })}
        </p>
      );
    }
    const more = set.rows.length - mostNamed;
    return (
      <>
        <p role="status" className="font-medium">
          {t("picked", { count, objects })}
        </p>
        <p className="flex flex-wrap gap-x-3 font-mono text-xs">
          {set.rows.slice(0, mostNamed).map((row) => (
            <span key={identityText(row)}>{identityText(row)}</span>
          ))}
          {more > 0 ? <span className="font-sans text-muted">{t("more", { count: more })}</span> : null}
        </p>
      </>
    );
  }
}
