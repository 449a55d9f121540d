"use client";

import { Power } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type PressResetDialogProps = { name: string; onReset: () => void; onClose: () => void };

/** Tells after saving that the phone gets its new settings with a reset, and offers it [PH-05]. */
export function PressResetDialog({ name, onReset, onClose }: PressResetDialogProps) {
  const t = useTranslations("phone.pressReset");
  const common = useTranslations("common");
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("title")}
      size="small"
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {common("close")}
          </Button>
          <Button variant="primary" icon={<Power aria-hidden />} onPress={onReset}>
            {common("reset")}
          </Button>
        </>
      }
    >
      <p className="font-medium">{t("press")}</p>
      <p className="mt-2 text-muted">{t("saved", { name })}</p>
    </Dialog>
  );
}
