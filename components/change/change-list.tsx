"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { rowsOf } from "@/components/console/find-and-list/filter";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListField, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { LocalTime } from "@/components/console/local-time";
import { Page } from "@/components/console/page";
import { useChangeWords } from "@/components/console/use-change-words";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { changeKinds } from "@/lib/catalog/changes";
import { changesQuery } from "@/lib/client/change";
import { identityText } from "@/lib/client/object-identity";
import { changePath } from "@/lib/client/paths";
import { configurationKinds } from "@/lib/configuration/dependencies";
import { isPatternKind, namedObjectOf } from "@/lib/configuration/named-object";
import type { ChangeDto } from "@/lib/contract/change";

const objectField = { name: "object", label: "" };

function useChanges(query: ListQuery): ListPage<ChangeDto> {
  return useListPage(useQuery(changesQuery(query)));
}

/** *Find and List Changes*: who has changed what, when and why, newest first [CL-01]. */
export function ChangeList() {
  const t = useTranslations();
  const objects = t("change.plural");
  return (
    <Page isList at="changes" title={t("findAndList.title", { objects })}>
      <FindAndList
        resource="change"
        objects={objects}
        fields={useFields()}
        columns={useColumns()}
        useList={useChanges}
        rowKey={({ id }) => id}
        rowHref={({ id }) => changePath(id)}
        initialSort="-at"
        empty={
          <EmptyState icon={<History aria-hidden />} title={t("change.empty")}>
            {t("change.emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** The objects that the address asks for, in words: whoever comes by a link to all changes of one sees which one. */
function useAskedObjects(): ListField[] {
  const t = useTranslations("change");
  const kindName = useTranslations("catalogue.configurationKind");
  const choices = rowsOf(useSearchParams().getAll("where"), [objectField]).flatMap(({ text }) => {
    const asked = namedObjectOf(text);
    if (asked === null) return [];
    const { kind, name, partition } = asked;
    const within = partition ?? t(partition === null ? "noPartition" : "anyPartition");
    const identity = { name, partition: isPatternKind(kind) ? within : null };
    return [{ id: text, label: t("oneObject", { kind: kindName(kind), name: identityText(identity) }) }];
  });
  return choices.length === 0 ? [] : [{ ...objectField, label: t("field.object"), choices }];
}

function useFields(): readonly ListField[] {
  const t = useTranslations("change");
  const kindName = useTranslations("catalogue.configurationKind");
  return [
    ...useAskedObjects(),
    { name: "objectName", label: t("field.objectName") },
    {
      name: "objectKind",
      label: t("field.objectKind"),
      choices: configurationKinds.map((kind) => ({ id: kind, label: kindName(kind) })),
    },
    { name: "by", label: t("column.by") },
    { name: "reason", label: t("column.reason") },
    {
      name: "kind",
      label: t("column.kind"),
      choices: changeKinds.map((kind) => ({ id: kind, label: t(`kind.${kind}`) })),
    },
    { name: "at", label: t("column.at"), isInstant: true },
  ];
}

function useColumns(): readonly ListColumn<ChangeDto>[] {
  const t = useTranslations("change");
  const about = useChangeWords();
  return [
    {
      id: "at",
      label: t("column.at"),
      sortField: "at",
      render: ({ at }) => <LocalTime at={at} hasSeconds />,
    },
    { id: "what", label: t("column.what"), isRowHeader: true, render: about },
    {
      id: "kind",
      label: t("column.kind"),
      sortField: "kind",
      render: ({ kind, undoneBy }) => (
        <span className="flex flex-wrap items-center gap-2">
          {t(`kind.${kind}`)}
          {undoneBy === null ? null : <Badge tone="neutral">{t("undone")}</Badge>}
        </span>
      ),
    },
    {
      id: "total",
      label: t("column.total"),
      sortField: "total",
      isNumber: true,
      render: ({ total }) => total,
    },
    { id: "by", label: t("column.by"), sortField: "by", render: ({ by }) => by },
    { id: "reason", label: t("column.reason"), sortField: "reason", render: ({ reason }) => reason },
  ];
}
