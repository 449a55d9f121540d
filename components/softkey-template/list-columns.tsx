"use client";

import { Check, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useObjectColumns } from "@/components/console/find-and-list/object-columns";
import type { ListColumn } from "@/components/console/find-and-list/types";
import { Badge } from "@/components/ui/badge";
import { newSoftkeyTemplatePath, softkeyTemplatePath } from "@/lib/client/paths";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

/** The columns of *Find and List Softkey Templates*; *Copy* only for those who may make a template. */
export function useListColumns(mayUpdate: boolean): readonly ListColumn<SoftkeyTemplateDto>[] {
  const t = useTranslations();
  const objectColumns = useObjectColumns<SoftkeyTemplateDto>({
    nameOf: ({ name }) => name,
    dependenciesPath: ({ name }) => softkeyTemplatePath(name, "dependency-records"),
    copyPath: mayUpdate ? ({ name }) => newSoftkeyTemplatePath(name) : undefined,
  });
  return [
    {
      id: "name",
      label: t("softkeyTemplate.name"),
      render: ({ name }) => name,
      sortField: "name",
      isRowHeader: true,
    },
    {
      id: "description",
      label: t("common.description"),
      render: ({ description }) => description,
      sortField: "description",
    },
    {
      id: "default",
      label: t("softkeyTemplate.default"),
      render: ({ isDefault }) =>
        isDefault ? (
          <Badge tone="accent" icon={<Check aria-hidden />}>
            {t("softkeyTemplate.default")}
          </Badge>
        ) : null,
      sortField: "isDefault",
    },
    {
      id: "standard",
      label: t("softkeyTemplate.standardBadge"),
      render: ({ isStandard }) =>
        isStandard ? <Badge icon={<Lock aria-hidden />}>{t("softkeyTemplate.standardBadge")}</Badge> : null,
      sortField: "isStandard",
    },
    ...objectColumns,
  ];
}
