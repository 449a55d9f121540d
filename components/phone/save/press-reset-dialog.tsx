"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Tells after saving that the phone gets its new settings with a reset [PH-05]. */
export function PressResetDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations("phone.pressReset");
  const common = useTranslations("common");
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("title")}
      size="small"
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {common("close")}
        </Button>
      }
    >
      <p className="font-medium">{t("press")}</p>
      <p className="mt-2 text-muted">{t("saved", { name })}</p>
      <p className="mt-2 text-muted">{t("later")}</p>
    </Dialog>
  );
}
