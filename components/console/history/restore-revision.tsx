"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeList } from "@/components/console/history/change-list";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { refusalOf } from "@/lib/client/api-error";

type RestoreRevisionProps = {
  number: number;
  /** What restoring would change, in words. */
  changes: readonly string[];
  /** What it leaves as it is, in one or two sentences that lead to the changes. */
  explanation: string;
  /** Stores the old content as the newest revision and reads again what is shown. */
  restore: () => Promise<{ version: number }>;
  onClose: () => void;
};

/** Shows what restoring an old revision would change, then does it. */
export function RestoreRevision({ number, changes, explanation, restore, onClose }: RestoreRevisionProps) {
  const t = useTranslations("configuration.history");
  const status = useStatus();
  const refusalText = useRefusalText();
  const [isPending, setPending] = useState(false);

  async function run() {
    status.clear();
    setPending(true);
    try {
      const { version } = await restore();
      status.show({ tone: "good", text: t("restored", { number, version }) });
    } catch (error) {
      const refusal = refusalOf(error);
      status.show({ tone: "bad", text: t("notRestored"), detail: refusalText(refusal), refusal });
    }
    onClose();
  }

  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={changes.length === 0 ? onClose : () => void run()}
      title={t("restoreTitle", { number })}
      confirmLabel={changes.length === 0 ? t("nothingToRestore") : t("restore", { number })}
      isPending={isPending}
    >
      <p>{changes.length === 0 ? t("noDifference") : explanation}</p>
      <div className="mt-2">
        <ChangeList changes={changes} />
      </div>
    </ConfirmDialog>
  );
}
