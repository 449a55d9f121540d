"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components/Modal";

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
  const t = useTranslations("shell");
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
        <Dialog aria-label={t("menu")} className="h-full overflow-y-auto outline-none">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
