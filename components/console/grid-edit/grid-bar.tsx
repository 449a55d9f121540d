"use client";

import { Save, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { StickyBar } from "@/components/console/find-and-list/sticky-bar";
import { Toolbar, ToolbarButton } from "@/components/console/toolbar";
import { TextField } from "@/components/ui/text-field";

type GridBarProps = {
  changedCount: number;
  wrongCount: number;
  lockedCount: number;
  canSave: boolean;
  isSaving: boolean;
  onSave: () => void;
  canUndo: boolean;
  onUndo: () => void;
  onClose: () => void;
  reason: string;
  onReason: (reason: string) => void;
};

/** What can be done with the cells, how many are changed and wrong, and the keys. */
export function GridBar(props: GridBarProps) {
  const { changedCount, wrongCount, lockedCount, canSave, isSaving, canUndo, reason } = props;
  const t = useTranslations("gridEdit");
  const common = useTranslations("common");
  const reasonLabel = useTranslations("bulkAdministration")("reason");
  return (
    <StickyBar>
      <Toolbar>
        <ToolbarButton
          id="save"
          variant="primary"
          icon={<Save aria-hidden />}
          label={common("save")}
          keys="Ctrl+S"
          isDisabled={!canSave}
          isPending={isSaving}
          onPress={props.onSave}
        />
        <ToolbarButton
          id="undoCells"
          icon={<Undo2 aria-hidden />}
          label={t("undo")}
          isDisabled={!canUndo}
          onPress={props.onUndo}
        />
        <ToolbarButton id="closeGrid" icon={<X aria-hidden />} label={t("close")} onPress={props.onClose} />
      </Toolbar>
      <TextField
        label={reasonLabel}
        isLabelHidden
        placeholder={reasonLabel}
        size="small"
        className="w-60"
        value={reason}
        onChange={props.onReason}
      />
      <p role="status" className="font-medium">
        {t("changed", { count: changedCount })}
        {wrongCount === 0 ? null : <span className="ms-3 text-bad">{t("wrong", { count: wrongCount })}</span>}
      </p>
      <p className="basis-full text-xs text-muted">
        {t("keys")}
        {lockedCount === 0 ? null : ` · ${t("locked", { count: lockedCount })}`}
      </p>
    </StickyBar>
  );
}
