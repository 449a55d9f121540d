"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useProblemText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { Problem } from "@/lib/configuration/problem";

type DeleteObjectProps = {
  name: string;
  /** Why it must stay; empty when it may be deleted. */
  problems: readonly Problem[];
  /** What is shown below the problems, such as the dependency records. */
  details: ReactNode;
  /** The question, when nothing speaks against it. */
  question: ReactNode;
  isPending: boolean;
  onDelete: () => void;
  onClose: () => void;
};

/** Asks before an object is deleted; one that must stay is refused with the reasons and the next step. */
export function DeleteObject(props: DeleteObjectProps) {
  const { name, problems, details, question, isPending, onDelete, onClose } = props;
  const t = useTranslations();
  const problemText = useProblemText();
  if (problems.length > 0) {
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t("configuration.refusedTitle", { name })}
        size="small"
        footer={
          <Button autoFocus onPress={onClose}>
            {t("common.close")}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          {problems.map((problem) => (
            <p key={problem.code}>{problemText(problem)}</p>
          ))}
          {details}
        </div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onCancel={onClose}
      onConfirm={onDelete}
      title={t("common.confirmDelete.title", { name })}
      confirmLabel={t("common.delete")}
      isDangerous
      isPending={isPending}
    >
      {question}
    </ConfirmDialog>
  );
}
