"use client";

import { Plus, Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { ToolbarButton } from "@/components/console/toolbar";

/** *Save*, with Ctrl+S. */
export function SaveButton({ isPending, onPress }: { isPending: boolean; onPress: () => void }) {
  const t = useTranslations("common");
  return (
    <ToolbarButton
      id="save"
      icon={<Save aria-hidden />}
      label={t("save")}
      keys="Ctrl+S"
      variant="primary"
      isPending={isPending}
      onPress={onPress}
    />
  );
}

/** *Add New*, with N. */
export function AddNewButton({ onPress, isPrimary = false }: { onPress: () => void; isPrimary?: boolean }) {
  const t = useTranslations("common");
  return (
    <ToolbarButton
      id="addNew"
      icon={<Plus aria-hidden />}
      label={t("addNew")}
      keys="N"
      variant={isPrimary ? "primary" : "default"}
      onPress={onPress}
    />
  );
}
