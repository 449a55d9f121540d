"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { ListColumnSetting } from "@/lib/configuration/list-view";

type ColumnsDialogProps = {
  columns: readonly { id: string; label: string; isRowHeader?: boolean }[];
  /** Those that are shown, in their order. */
  shown: readonly ListColumnSetting[];
  /** null: as at first. */
  onChange: (columns: ListColumnSetting[] | null) => void;
  onClose: () => void;
};

const widths = [80, 120, 160, 240, 320, 480, 640] as const;
const automatic = "automatic";

/** Which columns a list shows, in which order and how wide; each change is seen at once. */
export function ColumnsDialog({ columns, shown, onChange, onClose }: ColumnsDialogProps) {
  const t = useTranslations("findAndList");
  const hidden = columns.filter(({ id }) => !shown.some((column) => column.id === id));
  const facts = new Map(columns.map((column) => [column.id, column]));

  function move(position: number, step: 1 | -1) {
    const column = shown[position];
    if (!column) return;
    onChange(shown.toSpliced(position, 1).toSpliced(position + step, 0, column));
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("columns")}
      footer={
        <>
          <Button onPress={() => onChange(null)}>{t("columnsAsAtFirst")}</Button>
          <Button variant="primary" onPress={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-1">
        {shown.map(({ id, width }, position) => {
          const { label = id, isRowHeader = false } = facts.get(id) ?? {};
          const sizes = [...new Set([...widths, ...(width === null ? [] : [width])])].sort((a, b) => a - b);
          return (
            <li key={id} className="flex flex-wrap items-center gap-2">
              <Checkbox
                isSelected
                isDisabled={isRowHeader}
                onChange={() => onChange(shown.filter((column) => column.id !== id))}
                className="min-w-40 flex-1"
              >
                {label}
              </Checkbox>
              <Select
                label={t("widthOf", { column: label })}
                isLabelHidden
                size="small"
                className="w-40 max-sm:hidden"
                value={width === null ? automatic : String(width)}
                onChange={(size) =>
                  onChange(
                    shown.map((column) =>
                      column.id === id ? { id, width: size === automatic ? null : Number(size) } : column,
                    ),
                  )
                }
                options={[
                  { id: automatic, label: t("automaticWidth") },
                  ...sizes.map((size) => ({ id: String(size), label: t("pixels", { size }) })),
                ]}
              />
              <IconButton
                label={t("moveUp", { column: label })}
                size="small"
                isDisabled={position === 0}
                onPress={() => move(position, -1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={t("moveDown", { column: label })}
                size="small"
                isDisabled={position === shown.length - 1}
                onPress={() => move(position, 1)}
              >
                <ArrowDown />
              </IconButton>
            </li>
          );
        })}
        {hidden.map(({ id, label }) => (
          <li key={id} className="flex min-h-7 items-center">
            <Checkbox isSelected={false} onChange={() => onChange([...shown, { id, width: null }])}>
              {label}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
