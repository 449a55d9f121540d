"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";

/** The most columns that are edited at once. */
const mostColumns = 2;

type ChooseColumnsProps = {
  columns: readonly { readonly id: string; readonly label: string }[];
  onChoose: (columns: readonly string[]) => void;
  onClose: () => void;
};

/** Which one or two columns become cells. */
export function ChooseColumns({ columns, onChoose, onClose }: ChooseColumnsProps) {
  const t = useTranslations("gridEdit.choose");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isFull = chosen.length === mostColumns;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("title")}
      footer={
        <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => onChoose(chosen)}>
          {t("edit")}
        </Button>
      }
    >
      <p className="mb-3 text-muted">{t("body")}</p>
      <fieldset aria-label={t("columns")} className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {columns.map(({ id, label }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            isDisabled={isFull && !chosen.includes(id)}
            onChange={(isChosen) =>
              setChosen(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          >
            {label}
          </Checkbox>
        ))}
      </fieldset>
      <p role="status" className="mt-3 min-h-5 text-xs text-muted">
        {isFull ? t("two") : null}
      </p>
    </Dialog>
  );
}
