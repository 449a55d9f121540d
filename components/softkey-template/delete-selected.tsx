"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { DeleteResult } from "@/components/softkey-template/delete-result";
import { useDeleteSelected } from "@/components/softkey-template/use-delete-selected";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

const mostNamed = 8;

type DeleteSelectedProps = { selection: ListSelection; onDeleted: () => void };

/** *Delete Selected*: asks first, then shows for each template whether it was deleted or why not (SK-05). */
export function DeleteSelected({ selection, onDeleted }: DeleteSelectedProps) {
  const t = useTranslations();
  const [isAsking, setAsking] = useState(false);
  const { progress, start } = useDeleteSelected(selection);
  const names = selection.kind === "rows" ? selection.keys : [];
  const count = selection.kind === "rows" ? selection.keys.length : selection.total;
  return (
    <>
      <Button size="small" variant="danger" icon={<Trash2 aria-hidden />} onPress={() => setAsking(true)}>
        {t("softkeyTemplate.list.deleteSelected")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          start();
        }}
        title={t("softkeyTemplate.list.deleteTitle", { count })}
        confirmLabel={t("common.delete")}
        isDangerous
      >
        <p>{t("softkeyTemplate.list.deleteConfirm")}</p>
        <ul className="mt-2 list-disc ps-5">
          {names.slice(0, mostNamed).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {names.length > mostNamed ? (
          <p className="text-muted">
            {t("softkeyTemplate.list.andMore", { count: names.length - mostNamed })}
          </p>
        ) : null}
      </ConfirmDialog>
      {progress ? <DeleteResult run={progress} onClose={onDeleted} /> : null}
    </>
  );
}
