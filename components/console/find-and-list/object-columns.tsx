"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListColumn } from "@/components/console/find-and-list/types";
import { LocalTime } from "@/components/console/local-time";
import { useNavigate } from "@/components/console/navigation-guard";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";

type Listed = { usedByCount: number; inheritedByCount: number; updatedAt: string; updatedBy: string };

type ObjectColumnsOptions<Row> = {
  /** What people call the object. */
  nameOf: (row: Row) => string;
  dependenciesPath: (row: Row) => string;
  /** The page that copies the object; without it there is no *Copy*. */
  copyPath: ((row: Row) => string) | undefined;
};

/** The last columns of every list of objects: what uses it, who changed it when, *Copy*. */
export function useObjectColumns<Row extends Listed>({
  nameOf,
  dependenciesPath,
  copyPath,
}: ObjectColumnsOptions<Row>): readonly ListColumn<Row>[] {
  const t = useTranslations();
  return [
    {
      id: "usedBy",
      label: t("configuration.facts.usedBy"),
      render: (row) => (
        // The place that holds the hidden words, which would widen the page elsewhere.
        <Link href={dependenciesPath(row)} className="relative whitespace-nowrap">
          {row.usedByCount}
          {row.inheritedByCount > 0 ? (
            <span className="text-muted" aria-hidden>
              {` ${t("configuration.list.inherited", { count: row.inheritedByCount })}`}
            </span>
          ) : null}
          <span className="sr-only">
            {" "}
            {t("configuration.list.usedBy", { name: nameOf(row), count: row.usedByCount })}
            {row.inheritedByCount > 0
              ? `, ${t("configuration.list.inheritedBy", { count: row.inheritedByCount })}`
              : ""}
          </span>
        </Link>
      ),
      isNumber: true,
    },
    {
      id: "changed",
      label: t("configuration.facts.changed"),
      render: ({ updatedAt, updatedBy }) => (
        <>
          <LocalTime at={updatedAt} isShort /> <span className="text-muted">{updatedBy}</span>
        </>
      ),
      sortField: "updatedAt",
      room: "more",
    },
    ...(copyPath === undefined
      ? []
      : [
          {
            id: "copy",
            label: t("common.copy"),
            render: (row: Row) => <CopyButton name={nameOf(row)} path={copyPath(row)} />,
          },
        ]),
  ];
}

function CopyButton({ name, path }: { name: string; path: string }) {
  const t = useTranslations("configuration.list");
  const navigate = useNavigate();
  return (
    <IconButton label={t("copy", { name })} size="small" className="-my-1" onPress={() => navigate(path)}>
      <Copy />
    </IconButton>
  );
}
