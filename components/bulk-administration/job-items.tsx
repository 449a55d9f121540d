"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useProblemText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import type { JobItemState } from "@/lib/catalog/jobs";
import { jobItemsQuery } from "@/lib/client/job";
import { identityText } from "@/lib/client/object-identity";
import { objectPath } from "@/lib/client/object-path";
import type { Problem } from "@/lib/configuration/problem";
import type { JobDto, JobItemDto } from "@/lib/contract/job";

const choices = ["all", "failed", "waiting", "done"] as const;
type Choice = (typeof choices)[number];
const stateOf = (choice: Choice): JobItemState | undefined => (choice === "all" ? undefined : choice);

/** What became of each object of a job: one row an object, those that failed alone when asked for. */
export function JobItems({ job }: { job: JobDto }) {
  const t = useTranslations("bulkAdministration.job.item");
  const [choice, setChoice] = useState<Choice>(job.failed > 0 ? "failed" : "all");
  const [cursor, setCursor] = useState<string>();
  const { data } = useQuery(jobItemsQuery(job, stateOf(choice), cursor));
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
          options={choices.map((id) => ({ id, label: t(id) }))}
        />
        <span className="text-muted">{data ? t("count", { total: data.total }) : null}</span>
      </div>
      {data ? <ItemTable job={job} items={data.items} /> : null}
      <div className="flex justify-end gap-2 px-4">
        {cursor === undefined ? null : (
          <Button size="small" onPress={() => setCursor(undefined)}>
            {t("first")}
          </Button>
        )}
        {data?.nextCursor ? (
          <Button size="small" onPress={() => setCursor(data.nextCursor ?? undefined)}>
            {t("next")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function ItemTable({ job, items }: { job: JobDto; items: readonly JobItemDto[] }) {
  const t = useTranslations("bulkAdministration.job.item");
  return (
    <div className="border-t border-line max-lg:overflow-x-auto">
      <Table aria-label={t("plural")}>
        <TableHeader>
          <Column className="w-20 text-end">{t(job.fileId === null ? "place" : "row")}</Column>
          <Column isRowHeader>{t("name")}</Column>
          <Column>{t("detail")}</Column>
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="px-4 py-3 text-muted">{t("none")}</p>}>
          {items.map((item) => (
            <Row key={item.position} id={item.position}>
              <Cell className="text-end tabular-nums text-muted">{item.position}</Cell>
              <Cell className="font-mono">
                <ItemName job={job} item={item} />
              </Cell>
              <Cell>
                <ItemDetail job={job} item={item} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** A link to the object, when it is there. */
function ItemName({ job, item }: { job: JobDto; item: JobItemDto }) {
  const { name, partition, outcome } = item;
  const text = identityText({ name, partition });
  const isThere = outcome !== null && outcome !== "deleted" && !(job.isDryRun && outcome === "created");
  const path = isThere ? objectPath(job.resource, name, partition) : null;
  return path === null ? text : <Link href={path}>{text}</Link>;
}

function ItemDetail({ job, item }: { job: JobDto; item: JobItemDto }) {
  const t = useTranslations("bulkAdministration.job.item");
  const words = useBulkWords();
  const problemText = useProblemText();
  if (item.outcome !== null) return words.outcome(job, item.outcome);
  if (item.state === "waiting") return t("waiting");
  return (
    <ul>
      {item.problems.map((problem) => {
        const column = problem.path.join(".");
        return (
          <li key={`${column} ${problem.code} ${JSON.stringify(problem.params)}`} className="text-bad">
            {column === "" ? null : <span className="font-mono">{`${column}: `}</span>}
            {problemText(problem as Problem)}
          </li>
        );
      })}
    </ul>
  );
}
