"use client";

import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/console/history/change-list";
import { TextField } from "@/components/ui/text-field";
import { maximumReasonLength } from "@/lib/configuration/lengths";

type ChangesPanelProps = {
  title: string;
  /** What to say while nothing has changed. */
  none: string;
  /** What *Save* will store, in words. */
  changes: readonly string[];
  reason: string;
  onReason: (reason: string) => void;
};

/** What *Save* will store, in words, and why (for the history). */
export function ChangesPanel({ title, none, changes, reason, onReason }: ChangesPanelProps) {
  const t = useTranslations("configuration.changes");
  const isTooLong = [...reason].length > maximumReasonLength;
  return (
    <section aria-labelledby="changes-panel" className="flex flex-col gap-2">
      <h2 id="changes-panel" className="font-medium">
        {title}
      </h2>
      {changes.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <>
          <ChangeList changes={changes} />
          <TextField
            label={t("reason")}
            description={t("reasonExplanation")}
            errorMessage={isTooLong ? t("reasonTooLong", { limit: maximumReasonLength }) : undefined}
            value={reason}
            onChange={onReason}
            maximumCharacters={maximumReasonLength}
            size="small"
            autoComplete="off"
          />
        </>
      )}
    </section>
  );
}
