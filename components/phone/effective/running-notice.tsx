"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeviceWords } from "@/components/console/device/use-device-words";
import { ChangeList } from "@/components/console/history/change-list";
import { Notice } from "@/components/ui/notice";
import { previewQuery } from "@/lib/client/device";
import type { EffectiveConfigurationDto } from "@/lib/contract/effective-configuration";

type RunningNoticeProps = { name: string; effective: EffectiveConfigurationDto };

/** Whether the phone runs what is saved and, when it does not, what differs in words. */
export function RunningNotice({ name, effective: { running, differs } }: RunningNoticeProps) {
  const t = useTranslations("phone.running");
  const words = useDeviceWords();
  const { data } = useQuery({
    ...previewQuery({ kind: "phone", name }, "applyConfig"),
    enabled: differs,
  });
  if (running === null) return <Notice title={t("nothingYet")}>{t("nothingYetBody")}</Notice>;
  if (!differs) return <Notice tone="good">{t("same")}</Notice>;
  const changes = data?.groups.flatMap((group) => group.changes) ?? [];
  return (
    <Notice tone="caution" title={t("differs")}>
      <ChangeList changes={words.changes(changes)} />
      <p className="pt-1 text-muted">{t("differsNext")}</p>
    </Notice>
  );
}
