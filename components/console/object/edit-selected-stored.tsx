"use client";

import { PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { useNavigate } from "@/components/console/navigation-guard";
import { Button } from "@/components/ui/button";
import { updatePath } from "@/lib/client/bulk";
import { keepChosenRows } from "@/lib/client/chosen-rows";
import { identityOfKey } from "@/lib/client/object-identity";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type EditSelectedStoredProps = { kind: ConfigurationKind; selection: ListSelection };

/** *Edit Selected…*: leads to *Update* with the rows that are picked, or with the filter of all that match. */
export function EditSelectedStored({ kind, selection }: EditSelectedStoredProps) {
  const t = useTranslations("configuration.list");
  const navigate = useNavigate();

  function edit() {
    const address =
      selection.kind === "rows"
        ? { chosen: keepChosenRows(selection.keys.map(identityOfKey)) }
        : { where: selection.where, match: selection.match };
    navigate(updatePath(kind, address));
  }
  return (
    <Button size="small" icon={<PencilLine aria-hidden />} onPress={edit}>
      {t("editSelected")}
    </Button>
  );
}
