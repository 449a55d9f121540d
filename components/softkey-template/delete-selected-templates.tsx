"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DeleteSelected } from "@/components/console/deletion/delete-selected";
import type { ListSelection } from "@/components/console/find-and-list/types";
import {
  matchingSoftkeyTemplateNames,
  refreshSoftkeyTemplates,
  removeSoftkeyTemplateMutation,
} from "@/lib/client/softkey-template";

type DeleteSelectedTemplatesProps = { selection: ListSelection; onDeleted: () => void };

/** *Delete Selected* of softkey templates; those that must stay say why (SK-05). */
export function DeleteSelectedTemplates({ selection, onDeleted }: DeleteSelectedTemplatesProps) {
  const t = useTranslations("softkeyTemplate.list");
  const client = useQueryClient();
  const { mutateAsync } = useMutation(removeSoftkeyTemplateMutation());
  return (
    <DeleteSelected
      selection={selection}
      deletion={{
        remove: (name) => mutateAsync({ params: { name } }),
        allMatching: { keysOf: matchingSoftkeyTemplateNames },
        refresh: () => refreshSoftkeyTemplates(client),
      }}
      titleOf={(count) => t("deleteTitle", { count })}
      question={t("deleteConfirm")}
      onDeleted={onDeleted}
    />
  );
}
