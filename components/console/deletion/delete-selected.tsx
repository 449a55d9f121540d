"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeleteResult } from "@/components/console/deletion/delete-result";
import { type Deletion, useDeleteSelected } from "@/components/console/deletion/use-delete-selected";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

const mostNamed = 8;

type DeleteSelectedProps = {
  selection: ListSelection;
  deletion: Deletion;
  /** "Delete 3 softkey templates?" */
  titleOf: (count: number) => string;
  question: string;
  onDeleted: () => void;
};

/** *Delete Selected*: asks first, then shows for each object whether it was deleted or why not. */
export function DeleteSelected({ selection, deletion, titleOf, question, onDeleted }: DeleteSelectedProps) {
  const t = useTranslations();
  const [isAsking, setAsking] = useState(false);
  const { progress, start } = useDeleteSelected(selection, deletion);
  const keys = selection.kind === "rows" ? selection.keys : [];
  const names = keys.map((key) => deletion.nameOf?.(key) ?? key);
  const count = selection.kind === "rows" ? selection.keys.length : selection.total;
  return (
    <>
      <Button size="small" variant="danger" icon={<Trash2 aria-hidden />} onPress={() => setAsking(true)}>
        {t("configuration.list.deleteSelected")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          start();
        }}
        title={titleOf(count)}
        confirmLabel={t("common.delete")}
        isDangerous
      >
        <p>{question}</p>
        <ul className="mt-2 list-disc ps-5">
          {names.slice(0, mostNamed).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        {names.length > mostNamed ? (
          <p className="text-muted">{t("configuration.list.andMore", { count: names.length - mostNamed })}</p>
        ) : null}
      </ConfirmDialog>
      {progress ? <DeleteResult run={progress} onClose={onDeleted} /> : null}
    </>
  );
}
