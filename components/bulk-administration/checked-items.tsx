"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ItemDetail, ItemName } from "@/components/bulk-administration/item-cells";
import { ItemPager } from "@/components/bulk-administration/item-pager";
import { ChangeList } from "@/components/console/history/change-list";
import { givenFields } from "@/components/console/object/update-fields";
import { useKindWords } from "@/components/console/object/use-kind-words";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import { type JobItemChoice, jobItemsQuery } from "@/lib/client/job";
import type { JobDetailDto, JobItemDto } from "@/lib/contract/job";

type CheckedItemsProps = { job: JobDetailDto; choice: JobItemChoice };

/** Objects of a check, a row each: of what would change, every value before and after. */
export function CheckedItems({ job, choice }: CheckedItemsProps) {
  const t = useTranslations("bulkAdministration");
  const words = useKindWords(job.resource);
  const [cursor, setCursor] = useState<string>();
  const { data } = useQuery(jobItemsQuery(job, choice, cursor));
  const items = data?.items ?? [];
  const columns = choice.outcome === "updated" ? valueColumns(job, items) : null;
  const detail = t(choice.outcome === "updated" ? "update.changes" : "job.item.detail");
  if (!data) return null;
  return (
    <>
      <TableArea>
        <Table aria-label={t("update.checkTitle")}>
          <TableHeader>
            <Column className="w-20 text-end!">{t("job.item.place")}</Column>
            <Column isRowHeader>{t("job.item.name")}</Column>
            {(columns ?? []).map((path) => (
              <Column key={path}>{words.field(path)}</Column>
            ))}
            {columns === null ? <Column>{detail}</Column> : null}
          </TableHeader>
          <TableBody renderEmptyState={() => <p className="px-4 py-3 text-muted">{t("job.item.none")}</p>}>
            {items.map((item) => (
              <Row key={item.position} id={item.position}>
                <Cell label={t("job.item.place")} className="text-end tabular-nums text-muted">
                  {item.position}
                </Cell>
                <Cell part="name" className="font-mono">
                  <ItemName job={job} item={item} />
                </Cell>
                {(columns ?? []).map((path) => (
                  <Cell key={path} label={words.field(path)}>
                    <BeforeAndAfter item={item} path={path} words={words} />
                  </Cell>
                ))}
                {columns === null ? (
                  <Cell label={detail}>
                    {item.changes.length > 0 ? (
                      <ChangeList changes={words.changes(item.changes)} />
                    ) : (
                      <ItemDetail job={job} item={item} />
                    )}
                  </Cell>
                ) : null}
              </Row>
            ))}
          </TableBody>
        </Table>
      </TableArea>
      <ItemPager cursor={cursor} nextCursor={data.nextCursor} onChange={setCursor} />
    </>
  );
}

type ValueChange = { kind: string; field?: unknown; from?: unknown; to?: unknown };

/** A column for each field that is given; null when a change is more than one value for another, as of softkeys. */
function valueColumns(job: JobDetailDto, items: readonly JobItemDto[]): string[] | null {
  const paths = givenFields(job.fields ?? {}).map(({ path }) => path);
  const changes = items.flatMap((item): ValueChange[] => item.changes);
  const areValues = changes.every(
    ({ kind, field }) => kind === "valueChanged" && paths.includes(String(field)),
  );
  return areValues ? paths : null;
}

type BeforeAndAfterProps = {
  item: JobItemDto;
  path: string;
  words: ReturnType<typeof useKindWords>;
};

function BeforeAndAfter({ item, path, words }: BeforeAndAfterProps) {
  const t = useTranslations("bulkAdministration.update");
  const change = item.changes.find(({ field }: ValueChange) => field === path) as ValueChange | undefined;
  if (!change) return <span className="text-muted">{t("same")}</span>;
  return (
    <>
      <span className="text-muted">{words.value(path, change.from)}</span>
      {" → "}
      <span className="font-medium">{words.value(path, change.to)}</span>
    </>
  );
}
