"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeviceItems } from "@/components/bulk-administration/device-items";
import { ItemDetail, ItemName } from "@/components/bulk-administration/item-cells";
import { ItemPager } from "@/components/bulk-administration/item-pager";
import { JobRefusals } from "@/components/bulk-administration/job-refusals";
import { isDeviceJob } from "@/components/bulk-administration/use-bulk-words";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import { isFinal, type JobItemState } from "@/lib/catalog/jobs";
import { jobItemsQuery } from "@/lib/client/job";
import type { JobDto, JobItemDto } from "@/lib/contract/job";

type Choice = "all" | JobItemState;
const choices = ["all", "failed", "waiting", "done"] as const satisfies readonly Choice[];
/** What phones do takes a while. */
const deviceChoices = ["all", "failed", "waiting", "underway", "done"] as const satisfies readonly Choice[];

/** What became of each object of a job: one row an object, those that failed alone when asked for. */
export function JobItems({ job }: { job: JobDto }) {
  const t = useTranslations("bulkAdministration.job.item");
  const [choice, setChoice] = useState<Choice>(isFinal(job.state) && job.failed > 0 ? "failed" : "all");
  const [cursor, setCursor] = useState<string>();
  const { data } = useQuery(jobItemsQuery(job, choice === "all" ? {} : { state: choice }, cursor));
  const choose = (next: Choice) => {
    setChoice(next);
    setCursor(undefined);
  };
  return (
    <section className="flex flex-col gap-2 border-t border-line py-3">
      <div className="flex flex-wrap items-center gap-3 px-4">
        <SegmentedControl
          label={t("show")}
          value={choice}
          onChange={choose}
          options={(isDeviceJob(job) ? deviceChoices : choices).map((id) => ({ id, label: t(id) }))}
        />
        <span className="text-muted">{data ? t("count", { total: data.total }) : null}</span>
      </div>
      {isFinal(job.state) && job.failed > 0 && choice === "failed" ? (
        <div className="px-4">
          <JobRefusals job={job} />
        </div>
      ) : null}
      {data && isDeviceJob(job) ? <DeviceItems job={job} items={data.items} /> : null}
      {data && !isDeviceJob(job) ? <ItemTable job={job} items={data.items} /> : null}
      {data ? <ItemPager cursor={cursor} nextCursor={data.nextCursor} onChange={setCursor} /> : null}
    </section>
  );
}

function ItemTable({ job, items }: { job: JobDto; items: readonly JobItemDto[] }) {
  const t = useTranslations("bulkAdministration.job.item");
  return (
    <TableArea>
      <Table aria-label={t("plural")}>
        <TableHeader>
          <Column className="w-20 text-end!">{t(job.fileId === null ? "place" : "row")}</Column>
          <Column isRowHeader>{t("name")}</Column>
          <Column>{t("detail")}</Column>
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="px-4 py-3 text-muted">{t("none")}</p>}>
          {items.map((item) => (
            <Row key={item.position} id={item.position}>
              <Cell
                label={t(job.fileId === null ? "place" : "row")}
                className="text-end tabular-nums text-muted"
              >
                {item.position}
              </Cell>
              <Cell part="name" className="font-mono">
                <ItemName job={job} item={item} />
              </Cell>
              <Cell label={t("detail")}>
                <ItemDetail job={job} item={item} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </TableArea>
  );
}
