"use client";

import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/softkey-template/change-list";
import { TextField } from "@/components/ui/text-field";
import type { SoftkeyTemplateChange } from "@/lib/configuration/softkey-template-difference";

/** The longest reason that the API takes. */
export const maximumReasonLength = 200;

type ChangesPanelProps = {
  changes: readonly SoftkeyTemplateChange[];
  reason: string;
  onReason: (reason: string) => void;
};

/** What *Save* will store, in words, and why (for the history). */
export function ChangesPanel({ changes, reason, onReason }: ChangesPanelProps) {
  const t = useTranslations("softkeyTemplate.changes");
  const isTooLong = [...reason].length > maximumReasonLength;
  return (
    <section aria-labelledby="changes-panel" className="flex flex-col gap-2">
      <h2 id="changes-panel" className="font-medium">
        {t("title")}
      </h2>
      {changes.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
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
