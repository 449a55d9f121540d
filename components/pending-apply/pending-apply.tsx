"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { commandIcons } from "@/components/console/device/device-actions";
import { PhonesAction } from "@/components/console/device/phones-action";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { ToolbarButton } from "@/components/console/toolbar";
import { PendingTable } from "@/components/pending-apply/pending-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import { type ChosenPhones, pendingNames, pendingQuery } from "@/lib/client/device";
import { pendingOnPage } from "@/lib/client/pending-page";

type Asked = { chosen: ChosenPhones; count: number };

/** As many as one action can name; of more, all phones are compared. */
const mostNamed = 1_000;
const everyPhone: ChosenPhones = { where: [], match: "all" };

/** *Pending Apply*: the phones that run something else than what is saved, why, and *Apply Config* for them. */
export function PendingApply({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const [cursor, setCursor] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isLooking, setLooking] = useState(false);
  const { data, error } = useQuery(pendingQuery(pendingOnPage, cursor));
  const total = data?.total ?? 0;
  const shown = (data?.items ?? []).map(({ phone }) => phone).filter((name) => selected.has(name));

  async function applyAll() {
    setLooking(true);
    const names = await pendingNames(mostNamed).catch(() => null);
    setLooking(false);
    const isNamed = names !== null && names.length > 0;
    setAsked(isNamed ? { chosen: { names }, count: names.length } : { chosen: everyPhone, count: total });
  }
  function turnTo(next: string | undefined) {
    setCursor(next);
    setSelected(new Set());
  }
  return (
    <Page
      at="pendingApply"
      title={t("device.pending.title")}
      actions={
        mayUpdate ? (
          <ToolbarButton
            id="applyAll"
            icon={commandIcons.applyConfig}
            label={t("device.pending.applyAll")}
            variant="primary"
            isDisabled={total === 0}
            isPending={isLooking}
            onPress={() => void applyAll()}
          />
        ) : undefined
      }
    >
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <p role="status" className="font-medium tabular-nums">
          {data
            ? t(data.isExact ? "device.pending.count" : "device.pending.atMost", { count: data.total })
            : null}
        </p>
        <p className="text-muted">{t("device.pending.intro")}</p>
        {mayUpdate && shown.length > 0 ? (
          <span className="ms-auto flex items-center gap-2">
            {t("device.pending.selected", { count: shown.length })}
            <Button
              size="small"
              icon={commandIcons.applyConfig}
              onPress={() => setAsked({ chosen: { names: shown }, count: shown.length })}
            >
              {t("common.applyConfig")}
            </Button>
          </span>
        ) : null}
      </div>
      {error ? (
        <div className="px-4 pb-2">
          <Notice tone="bad">{refusalText(refusalOf(error))}</Notice>
        </div>
      ) : null}
      {data ? (
        <PendingTable
          items={data.items}
          selected={mayUpdate ? selected : null}
          onSelect={setSelected}
          empty={
            <EmptyState icon={<CircleCheck aria-hidden />} title={t("device.pending.empty")}>
              {t("device.pending.emptyBody")}
            </EmptyState>
          }
        />
      ) : null}
      <div className="flex justify-end gap-2 px-4 py-2">
        {cursor === undefined ? null : (
          <Button size="small" onPress={() => turnTo(undefined)}>
            {t("device.pending.first")}
          </Button>
        )}
        {data?.nextCursor ? (
          <Button size="small" onPress={() => turnTo(data.nextCursor ?? undefined)}>
            {t("device.pending.next")}
          </Button>
        ) : null}
      </div>
      {asked ? <PhonesAction {...asked} command="applyConfig" onClose={() => setAsked(null)} /> : null}
    </Page>
  );
}
