"use client";

import { Check, Copy, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListColumn } from "@/components/console/find-and-list/types";
import { LocalTime } from "@/components/console/local-time";
import { useNavigate } from "@/components/console/navigation-guard";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { newSoftkeyTemplatePath, softkeyTemplatePath } from "@/lib/client/paths";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

/** The columns of *Find and List Softkey Templates*; *Copy* only for those who may make a template. */
export function useListColumns(mayUpdate: boolean): readonly ListColumn<SoftkeyTemplateDto>[] {
  const t = useTranslations();
  const copy: ListColumn<SoftkeyTemplateDto> = {
    id: "copy",
    label: t("common.copy"),
    render: ({ name }) => <CopyButton name={name} />,
  };
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
    {
      id: "usedBy",
      label: t("configuration.facts.usedBy"),
      render: ({ name, usedByCount }) => (
        // The place that holds the hidden words, which would widen the page elsewhere.
        <Link href={softkeyTemplatePath(name, "dependency-records")} className="relative">
          {usedByCount}
          <span className="sr-only"> {t("configuration.list.usedBy", { name, count: usedByCount })}</span>
        </Link>
      ),
      isNumber: true,
    },
    {
      id: "changed",
      label: t("configuration.facts.changed"),
      render: ({ updatedAt, updatedBy }) => (
        <>
          <LocalTime at={updatedAt} />
          <span className="text-muted">{` · ${updatedBy}`}</span>
        </>
      ),
      sortField: "updatedAt",
    },
    ...(mayUpdate ? [copy] : []),
  ];
}

function CopyButton({ name }: { name: string }) {
  const t = useTranslations("configuration.list");
  const navigate = useNavigate();
  return (
    <IconButton
      label={t("copy", { name })}
      size="small"
      onPress={() => navigate(newSoftkeyTemplatePath(name))}
    >
      <Copy />
    </IconButton>
  );
}
