"use client";

import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { ItemDetail, ItemName } from "@/components/bulk-administration/item-cells";
import { useTranslate } from "@/components/console/use-translate";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import type { JobItemState } from "@/lib/catalog/jobs";
import type { JobDto, JobItemDto } from "@/lib/contract/job";

type DeviceItemsProps = { job: JobDto; items: readonly JobItemDto[] };

/** The phones of a job, a row each: how far it is, and its answer in the numbers and words of Unified CM's alarm. */
export function DeviceItems({ job, items }: DeviceItemsProps) {
  const t = useTranslations("device.item");
  const word = useTranslations("bulkAdministration.job.item");
  return (
    <TableArea>
      <Table aria-label={word("plural")}>
        <TableHeader>
          <Column className="w-20 text-end!">{word("place")}</Column>
          <Column isRowHeader>{t("phone")}</Column>
          <Column>{t("state")}</Column>
          <Column>{t("cucmResult")}</Column>
          <Column>{t("phoneResult")}</Column>
          <Column>{t("reason")}</Column>
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="px-4 py-3 text-muted">{word("none")}</p>}>
          {items.map((item) => (
            <Row key={item.position} id={item.position}>
              <Cell label={word("place")} className="text-end tabular-nums text-muted">
                {item.position}
              </Cell>
              <Cell part="name" className="font-mono">
                <ItemName job={job} item={item} />
              </Cell>
              <Cell label={t("state")}>
                <span className="flex items-start gap-1.5">
                  <StateIcon state={item.state} />
                  <ItemDetail job={job} item={item} />
                </span>
              </Cell>
              <Cell label={t("cucmResult")}>
                <Code of="cucmResult" code={item.cucmResult} />
              </Cell>
              <Cell label={t("phoneResult")}>
                <Code of="phoneResult" code={item.phoneResult} />
              </Cell>
              <Cell label={t("reason")}>
                <Code of="applyReason" code={item.reason} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </TableArea>
  );
}

function StateIcon({ state }: { state: JobItemState }) {
  const look = "mt-0.5 size-4 shrink-0";
  switch (state) {
    case "waiting":
      return <CircleDashed aria-hidden className={`${look} text-muted`} />;
    case "underway":
      return <Spinner />;
    case "done":
      return <CircleCheck aria-hidden className={`${look} text-good`} />;
    case "failed":
      return <CircleAlert aria-hidden className={`${look} text-bad`} />;
  }
}

type CodeProps = { of: "cucmResult" | "phoneResult" | "applyReason"; code: number | null };

/** A number of the alarm with its words; nothing before the phone has answered. */
function Code({ of, code }: CodeProps) {
  const translate = useTranslate();
  if (code === null) return null;
  const key = `device.${of}.${code}`;
  const text = translate("device.code", { code, words: translate.has(key) ? translate(key) : "" });
  return <span className={cx("inline-block min-w-36", code === 0 && "text-muted")}>{text}</span>;
}
