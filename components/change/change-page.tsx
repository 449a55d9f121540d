"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeFacts } from "@/components/change/change-facts";
import { ChangeObjects } from "@/components/change/change-objects";
import { UndoChange } from "@/components/change/undo-change";
import { Page } from "@/components/console/page";
import { useChangeWords } from "@/components/console/use-change-words";
import { Badge } from "@/components/ui/badge";
import { changeQuery } from "@/lib/client/change";

/** A change: who, when, why, and every object with what is different since [CL-01]. */
export function ChangePage({ id, mayUpdate }: { id: string; mayUpdate: boolean }) {
  const t = useTranslations("change");
  const about = useChangeWords();
  const [cursor, setCursor] = useState<string>();
  const { data: change } = useQuery(changeQuery(id, cursor));
  if (!change) return null;
  const name = about(change);
  return (
    <Page
      at="changes"
      title={name}
      below={[{ label: name }]}
      actions={<UndoChange change={change} mayUpdate={mayUpdate} />}
      badges={change.undoneBy === null ? null : <Badge tone="neutral">{t("undone")}</Badge>}
    >
      <ChangeFacts change={change} />
      <ChangeObjects objects={change.objects} cursor={cursor} onCursor={setCursor} />
    </Page>
  );
}
