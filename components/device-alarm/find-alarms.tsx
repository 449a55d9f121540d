"use client";

import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListField, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { LocalTime } from "@/components/console/local-time";
import { Page } from "@/components/console/page";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { alarmsQuery } from "@/lib/client/device";
import { objectPath } from "@/lib/client/object-path";
import type { AlarmDto } from "@/lib/contract/device";

function useAlarms(query: ListQuery): ListPage<AlarmDto> {
  return useListPage(useQuery(alarmsQuery(query)));
}

/** *Find and List Device Alarms*: the event log of devices, newest first, as it is written. */
export function FindAlarms() {
  const t = useTranslations();
  const objects = t("device.alarm.plural");
  const columns = useColumns();
  const fields: readonly ListField[] = (["name", "phone", "severity"] as const).map((name) => ({
    name,
    label: t(`device.alarm.${name}`),
  }));
  return (
    <Page at="deviceAlarm" title={t("findAndList.title", { objects })}>
      <FindAndList
        resource="deviceAlarm"
        objects={objects}
        fields={fields}
        columns={columns}
        useList={useAlarms}
        rowKey={({ id }) => id}
        initialSort="-at"
        empty={
          <EmptyState icon={<BellRing aria-hidden />} title={t("device.alarm.empty")}>
            {t("device.alarm.emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): readonly ListColumn<AlarmDto>[] {
  const t = useTranslations("device.alarm");
  return [
    { id: "at", label: t("at"), sortField: "at", render: ({ at }) => <LocalTime at={at} hasSeconds /> },
    {
      id: "name",
      label: t("name"),
      sortField: "name",
      isRowHeader: true,
      render: ({ name, facility, severity }) => (
        <>
          <span className="font-medium">{name}</span>
          <span className="ms-2 font-mono text-xs text-muted">
            {`${facility}-${severity === "warning" ? 4 : 6}-${name}`}
          </span>
        </>
      ),
    },
    {
      id: "severity",
      label: t("severity"),
      sortField: "severity",
      render: ({ severity }) => (
        <Badge tone={severity === "warning" ? "caution" : "neutral"}>{t(`severityName.${severity}`)}</Badge>
      ),
    },
    {
      id: "phone",
      label: t("phone"),
      sortField: "phone",
      render: ({ phone }) =>
        phone === null ? null : (
          <Link href={objectPath("phone", phone) ?? ""} className="font-mono">
            {phone}
          </Link>
        ),
    },
    {
      id: "parameters",
      label: t("parameters"),
      render: ({ parameters }) => (
        <span className="font-mono text-xs wrap-anywhere">
          {Object.entries(parameters)
            .map(([name, value]) => `${name}=${value}`)
            .join(" ")}
        </span>
      ),
    },
  ];
}
