"use client";

import { useTranslations } from "next-intl";
import type { Rest } from "@/components/console/grid-edit/use-grid";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** What was pasted and found no place: it stays here, to be copied, until it is dismissed. */
export function RestNotice({ rest: { lines, columns }, onDismiss }: { rest: Rest; onDismiss: () => void }) {
  const t = useTranslations("gridEdit.rest");
  return (
    <div role="alert" className="px-4 py-2">
      <Notice tone="caution" {...(lines.length > 0 ? { title: t("lines", { count: lines.length }) } : {})}>
        {lines.length === 0 ? null : (
          <>
            <p>{t("body")}</p>
            <pre className="mt-1 max-h-32 overflow-y-auto rounded-control bg-surface px-2 py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
              {lines.map((line) => line.join("\t")).join("\n")}
            </pre>
          </>
        )}
        {columns === 0 ? null : <p>{t("columns", { count: columns })}</p>}
        <Button size="small" className="mt-2" onPress={onDismiss}>
          {t("hide")}
        </Button>
      </Notice>
    </div>
  );
}
