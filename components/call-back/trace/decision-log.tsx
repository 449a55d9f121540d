"use client";

import { useQuery } from "@tanstack/react-query";
import { ListTree } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { eventText } from "@/components/call-back/trace/event-text";
import { traceSteps } from "@/components/call-back/trace/trace-steps";
import { clockText } from "@/components/call-back/trace/trace-text";
import { useTranslate } from "@/components/console/use-translate";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import { decisionsQuery } from "@/lib/client/call-back";

/** Every decision of the cluster, newest first; the refused CallBack of a phone without a request is only here. */
export function DecisionLog() {
  const t = useTranslations("callBackRequest.trace");
  const translate = useTranslate();
  const [cursor, setCursor] = useState<string>();
  const { data } = useQuery(
    decisionsQuery({ where: [], match: "all", sort: "-at", limit: 50, ...(cursor ? { cursor } : {}) }),
  );
  if (!data) return null;
  if (data.items.length === 0) {
    return (
      <EmptyState icon={<ListTree aria-hidden />} title={t("empty")}>
        {t("emptyBody")}
      </EmptyState>
    );
  }
  // Newest first, but what one event decided in its order.
  const steps = traceSteps(translate, null, data.items.toReversed()).toReversed();
  return (
    <>
      <p className="px-4 py-3 text-muted">{t("latestNote")}</p>
      <TableArea>
        <Table aria-label={t("latest")}>
          <TableHeader>
            <Column className="w-28">{t("time")}</Column>
            <Column isRowHeader className="w-48">
              {t("happened")}
            </Column>
            <Column>{t("decided")}</Column>
          </TableHeader>
          <TableBody>
            {steps.map(({ id, at, event, decisions }) => (
              <Row key={id} id={id}>
                <Cell label={t("time")} className="align-top text-xs text-muted tabular-nums">
                  {clockText(at)}
                </Cell>
                <Cell part="name" className="align-top text-xs">
                  <span className="block">{eventText(translate, event)}</span>
                  <span className="font-mono text-muted">{event.phone}</span>
                </Cell>
                <Cell label={t("decided")}>
                  {decisions.map(({ rule, sentence }) => (
                    <span key={`${rule} ${sentence}`} className="block">
                      {sentence}
                    </span>
                  ))}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </TableArea>
      <div className="flex justify-end gap-2 px-4 py-3">
        {cursor === undefined ? null : (
          <Button size="small" onPress={() => setCursor(undefined)}>
            {t("newest")}
          </Button>
        )}
        {data.nextCursor ? (
          <Button size="small" onPress={() => setCursor(data.nextCursor ?? undefined)}>
            {t("older")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
