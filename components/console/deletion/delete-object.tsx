"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Reassignable, RefusedDelete } from "@/components/console/deletion/refused-delete";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Problem } from "@/lib/configuration/problem";

type DeleteObjectProps = {
  name: string;
  /** Why it must stay; empty when it may be deleted. */
  problems: readonly Problem[];
  /** What is shown below the problems, such as the dependency records. */
  details: ReactNode;
  /** The question, when nothing speaks against it. */
  question: ReactNode;
  /** Lets those that use it use another one. */
  reassignable?: Reassignable | undefined;
  isPending: boolean;
  onDelete: () => void;
  onClose: () => void;
};

/** Asks before an object is deleted; one that must stay is refused with the reasons and the next step. */
export function DeleteObject(props: DeleteObjectProps) {
  const { name, problems, details, question, reassignable, isPending, onDelete, onClose } = props;
  const t = useTranslations();
  if (problems.length > 0) {
    const isOnlyUsed = problems.every(({ code }) => code === "inUse");
    return (
      <RefusedDelete
        {...{ name, problems, details, onDelete, onClose }}
        {...(isOnlyUsed && reassignable ? { reassignable } : {})}
      />
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
