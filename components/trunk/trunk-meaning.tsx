"use client";

import { useTranslations } from "next-intl";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import { CallBackBadge } from "@/components/trunk/call-back-badge";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { trunkCatalogue, trunkTypes } from "@/lib/catalog/trunk-types";
import type { StoredObject } from "@/lib/client/configuration";
import { callBackOver, type TrunkContent } from "@/lib/configuration/trunk";

/** What each type of trunk means for call back, the chosen one marked, and what else speaks against it (OV-02, RS-01, RS-02). */
export function TrunkMeaning({ draft }: ObjectViewProps<TrunkContent, StoredObject>) {
  const t = useTranslations("trunk");
  const typeName = useTranslations("catalogue.trunkType");
  return (
    <div className="flex flex-col gap-3">
      <TrunkNotes draft={draft} />
      <ul className="grid gap-2 md:grid-cols-2">
        {trunkTypes.map((type) => {
          const isChosen = type === draft.type;
          return (
            <li
              key={type}
              {...(isChosen ? { "aria-current": true } : {})}
              className={cx(
                "flex flex-col gap-1 rounded-panel border p-3",
                isChosen ? "border-accent bg-accent-soft" : "border-line",
              )}
            >
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{typeName(type)}</span>
                <CallBackBadge object={{ type, throughCube: isChosen && draft.throughCube }} />
                {isChosen ? <Badge tone="accent">{t("chosen")}</Badge> : null}
              </span>
              <span className="text-muted">{t(`meaning.${type}`)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function TrunkNotes({ draft }: { draft: TrunkContent }) {
  const t = useTranslations("trunk.note");
  const { type, throughCube, remoteCluster } = draft;
  // Before a type is chosen there is nothing to tell of it.
  const facts = trunkTypes.includes(type) ? trunkCatalogue[type] : null;
  return (
    <>
      {facts && remoteCluster === null ? <Notice tone="caution">{t("noCluster")}</Notice> : null}
      {facts && callBackOver(draft) === "notForVideo" ? <Notice tone="caution">{t("cube")}</Notice> : null}
      {facts && throughCube && !facts.isSip ? <Notice>{t("cubeWithoutEffect")}</Notice> : null}
    </>
  );
}
