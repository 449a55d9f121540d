"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DeleteRun } from "@/components/console/deletion/use-delete-selected";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";

/** The result of *Delete Selected*, object by object, while it runs and after. */
export function DeleteResult({ run, onClose }: { run: DeleteRun; onClose: () => void }) {
  const t = useTranslations();
  const { total, outcomes, isRunning, error } = run;
  const deleted = outcomes.filter(({ refusal }) => refusal === null).length;
  const result = t("configuration.list.deleteResult", { deleted, refused: outcomes.length - deleted });
  return (
    <Dialog
      isOpen
      onOpenChange={() => {
        if (!isRunning) onClose();
      }}
      title={t("configuration.list.deleteSelected")}
      role="alertdialog"
      footer={
        <Button autoFocus isPending={isRunning} onPress={onClose}>
          {t("common.close")}
        </Button>
      }
    >
      {isRunning ? (
        <ProgressBar
          label={t("configuration.list.deleting")}
          percent={total === 0 ? 0 : (outcomes.length / total) * 100}
        />
      ) : null}
      <p role="status" className="font-medium">
        {isRunning ? null : result}
      </p>
      {error === null ? null : <Notice tone="bad">{error}</Notice>}
      <ul className="mt-2">
        {outcomes.map(({ name, refusal }) => (
          <li key={name} className="flex items-start gap-2 border-t border-line py-2">
            {refusal === null ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
            ) : (
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
            )}
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="font-medium">{name}</span>
              <span className="block text-muted">{refusal ?? t("configuration.list.deleted")}</span>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
