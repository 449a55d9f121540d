"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useItemProblemText } from "@/components/console/item-problem-text";
import { useTranslate } from "@/components/console/use-translate";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextField } from "@/components/ui/text-field";
import { isFinal } from "@/lib/catalog/jobs";
import { jobItemsQuery, jobQuery } from "@/lib/client/job";
import { identityText } from "@/lib/client/object-identity";
import type { JobDto } from "@/lib/contract/job";
import { fieldName } from "@/lib/i18n/field-name";

type UndoPreviewProps = {
  /** The job that finds out what an undo would do. */
  jobId: string;
  mayUndo: boolean;
  isPending: boolean;
  onCancel: () => void;
  onConfirm: (reason: string) => void;
};

/** What an undo would take back, and what it would leave and why, before it is done. */
export function UndoPreview({ jobId, mayUndo, isPending, onCancel, onConfirm }: UndoPreviewProps) {
  const t = useTranslations("change.undo");
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  const { data: job } = useQuery(jobQuery(jobId));
  const isKnown = job !== undefined && isFinal(job.state);
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
      title={t("title")}
      footer={
        <>
          <Button onPress={onCancel}>{common("cancel")}</Button>
          {mayUndo ? (
            <Button
              variant="primary"
              isDisabled={!isKnown}
              isPending={isPending}
              onPress={() => onConfirm(reason.trim())}
            >
              {t("confirm")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t("body")}</p>
        <div role="status">{isKnown ? <Counts job={job} /> : <Waiting job={job} />}</div>
        {isKnown && job.failed > 0 ? <Left job={job} /> : null}
        {mayUndo ? <TextField label={t("reason")} value={reason} onChange={setReason} /> : null}
      </div>
    </Dialog>
  );
}

function Waiting({ job }: { job: JobDto | undefined }) {
  const t = useTranslations("change.undo");
  const [looked, total] = job ? [job.done + job.failed, job.total] : [0, 0];
  const percent = total === 0 ? 0 : (looked / total) * 100;
  return <ProgressBar label={t("looking", { looked, total })} percent={percent} />;
}

function Counts({ job: { done, failed, outcomes, problem } }: { job: JobDto }) {
  const t = useTranslations("change.undo");
  if (problem) return <p>{t("unknown")}</p>;
  const { created = 0, deleted = 0, updated = 0, unchanged = 0 } = outcomes;
  const counts = { created, deleted, updated, unchanged };
  const texts = (["updated", "created", "deleted", "unchanged"] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`would.${outcome}`, { count: counts[outcome] }));
  if (failed > 0) texts.push(t("would.left", { count: failed }));
  return (
    <ul className="list-disc ps-5 font-medium">
      {done + failed === 0 ? <li>{t("nothing")}</li> : texts.map((text) => <li key={text}>{text}</li>)}
    </ul>
  );
}

/** What would stay as it is, object by object, with the values before and now. */
function Left({ job }: { job: JobDto }) {
  const t = useTranslations("change.undo");
  const translate = useTranslate();
  const problemText = useItemProblemText();
  const { data } = useQuery(jobItemsQuery(job, { state: "failed" }, undefined));
  if (!data) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{t("left")}</h3>
      <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto rounded-panel border border-line p-3">
        {data.items.map(({ position, name, partition, kind, problems }) => (
          <li key={position}>
            <span className="font-mono">{identityText({ name, partition })}</span>
            <ul className="list-disc ps-5">
              {problems.map((problem) => {
                const path = problem.path.join(".");
                const field = path === "" ? null : fieldName(translate, kind ?? job.resource, path);
                return (
                  <li key={`${path} ${problem.code}`} className="wrap-anywhere">
                    {field === null ? null : `${field}: `}
                    {problemText(problem)}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
      {data.total > data.items.length ? (
        <p className="text-muted">{t("more", { count: data.total - data.items.length })}</p>
      ) : null}
    </section>
  );
}
