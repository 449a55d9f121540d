"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components/Modal";
import { Brand } from "@/components/console/brand";
import { IconButton } from "@/components/ui/icon-button";

/** The menu on narrow screens: it slides over the page and closes when a page is chosen. */
export function MenuDrawer({
  isOpen,
  onClose,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-50 bg-scrim data-entering:animate-fade-in"
    >
      <Modal className="h-full w-64 max-w-[85vw] border-e border-line bg-raised text-text">
        <Dialog aria-label={t("shell.menu")} className="h-full overflow-y-auto outline-none">
          <div className="flex h-(--bar-height) items-center justify-between border-b border-line ps-5 pe-2">
            <Brand />
            <IconButton label={t("common.close")} size="small" onPress={onClose}>
              <X />
            </IconButton>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
