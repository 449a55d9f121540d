"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export type ConfirmDialogProps = {
  isOpen: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  title: string;
  /** What will happen, in one or two sentences. */
  children: ReactNode;
  /** The verb of the button that goes on, for example "Delete". */
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
  isPending?: boolean;
};

/** Asks before something that cannot be taken back. Cancel has the focus, so Enter alone destroys nothing. */
export function ConfirmDialog({
  isOpen,
  onCancel,
  onConfirm,
  title,
  children,
  confirmLabel,
  cancelLabel,
  isDangerous = false,
  isPending = false,
}: ConfirmDialogProps) {
  const t = useTranslations("common");
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
      title={title}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button autoFocus onPress={onCancel}>
            {cancelLabel ?? t("cancel")}
          </Button>
          <Button variant={isDangerous ? "danger" : "primary"} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
