"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";

const widths = { small: "max-w-md", medium: "max-w-2xl", large: "max-w-5xl" } as const;

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  children: ReactNode;
  /** Buttons at the bottom, the one that goes on last. */
  footer?: ReactNode;
  size?: keyof typeof widths;
  /** An alert dialog interrupts: it is announced at once and a click outside does not close it. */
  role?: "dialog" | "alertdialog";
};

/** A dialog over the page; focus stays inside and returns to where it came from. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  children,
  footer,
  size = "medium",
  role = "dialog",
}: DialogProps) {
  const t = useTranslations("common");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === "dialog"}
      className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto bg-scrim p-4 pt-[10vh] data-entering:animate-fade-in"
    >
      <Modal className={cx("w-full rounded-panel border border-line bg-raised text-text", widths[size])}>
        <AriaDialog role={role} className="flex max-h-[80vh] flex-col outline-none">
          <div className="flex items-center gap-2 border-b border-line py-2 ps-4 pe-2">
            <Heading slot="title" className="min-w-0 flex-1 text-base font-semibold">
              {title}
            </Heading>
            <IconButton label={t("close")} size="small" onPress={() => onOpenChange(false)}>
              <X />
            </IconButton>
          </div>
          <div className="min-h-0 overflow-y-auto p-4">{children}</div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
