"use client";

import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { choiceField } from "@/components/console/find-and-list/choice-field";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListField, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { LocalTime } from "@/components/console/local-time";
import { Page } from "@/components/console/page";
import { useTranslate } from "@/components/console/use-translate";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { alarmsQuery } from "@/lib/client/device";
import { objectPath } from "@/lib/client/object-path";
import type { AlarmDto } from "@/lib/contract/device";
import { alarmNames, severities } from "@/lib/devices/device-alarms";

function useAlarms(query: ListQuery): ListPage<AlarmDto> {
  return useListPage(useQuery(alarmsQuery(query)));
}

/** *Find and List Device Alarms*: the event log of devices, newest first, as it is written. */
export function FindAlarms() {
  const t = useTranslations();
  const objects = t("device.alarm.plural");
  const columns = useColumns();
  const translate = useTranslate();
  const fields: readonly ListField[] = [
    { name: "phone", label: t("device.alarm.phone") },
    choiceField(translate, { name: "name", label: t("device.alarm.name"), values: alarmNames }),
    choiceField(translate, {
      name: "severity",
      label: t("device.alarm.severity"),
      values: severities,
      words: "device.alarm.severityName",
    }),
  ];
  return (
    <Page isList at="deviceAlarm" title={t("findAndList.title", { objects })}>
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
