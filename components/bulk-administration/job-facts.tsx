"use client";

import { useTranslations } from "next-intl";
import { GivenFields } from "@/components/bulk-administration/given-fields";
import { JobStateMark } from "@/components/bulk-administration/job-state";
import {
  isToBeFound,
  isToldAsPhones,
  LateNotice,
  ScheduleFacts,
} from "@/components/bulk-administration/schedule-facts";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { Fact } from "@/components/console/fact";
import { LocalTime } from "@/components/console/local-time";
import { useProblemText } from "@/components/console/refusal-text";
import { useTranslate } from "@/components/console/use-translate";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { isFinal, jobOutcomes } from "@/lib/catalog/jobs";
import { objectPath } from "@/lib/client/object-path";
import { changePath, jobPath } from "@/lib/client/paths";
import type { Problem } from "@/lib/configuration/problem";
import type { JobDetailDto, JobDto } from "@/lib/contract/job";

/** How far a job is, in numbers and words; read aloud when it changes. */
export function JobFacts({ job }: { job: JobDetailDto }) {
  const t = useTranslations("bulkAdministration.job");
  const translate = useTranslate();
  const words = useBulkWords();
  const problemText = useProblemText();
  const { state, total, done, failed, underway, outcomes, problem, createdAt, by, reason, retryOf } = job;
  const waiting = job.waiting - underway;
  const percent = total === 0 ? (isFinal(state) ? 100 : 0) : ((done + failed) / total) * 100;
  return (
    <section className="flex max-w-3xl flex-col gap-3 px-4 py-3">
      {state === "scheduled" ? null : (
        <ProgressBar label={t("progress", { done: done + failed, total })} percent={percent} />
      )}
      <p className="flex flex-wrap items-center gap-x-3">
        <JobStateMark state={state} />
        <span role="status">{words.summary(job)}</span>
      </p>
      {job.fields && !job.isDryRun ? <GivenFields kind={job.resource} fields={job.fields} /> : null}
      {problem ? <Notice tone="bad">{problemText(problem as Problem)}</Notice> : null}
      <LateNotice job={job} />
      {outcomes.leftOut ? <Notice>{t("leftOut", { count: outcomes.leftOut })}</Notice> : null}
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <ScheduleFacts job={job} />
        {isToBeFound(job) ? null : <Fact label={t("total")}>{total}</Fact>}
        {jobOutcomes.map((outcome) =>
          outcomes[outcome] === undefined ? null : (
            <Fact key={outcome} label={words.outcome(job, outcome)}>
              {outcomes[outcome]}
            </Fact>
          ),
        )}
        {state === "scheduled" ? null : <Fact label={t("column.failed")}>{failed}</Fact>}
        {underway > 0 ? <Fact label={t("item.underway")}>{underway}</Fact> : null}
        {waiting > 0 ? <Fact label={t("waiting")}>{waiting}</Fact> : null}
        <Fact label={t(job.startsAt === null ? "column.createdAt" : "madeAt")}>
          <LocalTime at={createdAt} />
        </Fact>
        <Fact label={t("column.by")}>{by}</Fact>
        {reason === "" ? null : <Fact label={t("column.reason")}>{reason}</Fact>}
        {job.of === null || isToldAsPhones(job) ? null : (
          <Fact label={translate(`catalogue.configurationKind.${job.of.kind}`)}>
            <ObjectName {...job.of} />
          </Fact>
        )}
        {job.check === null ? null : (
          <Fact label={t("afterCheck")}>
            <Link href={jobPath(job.check)}>{t("itsCheck")}</Link>
          </Fact>
        )}
        {hasChanged(job) ? (
          <Fact label={t("change")}>
            <Link href={changePath(job.id)}>{t("openChange")}</Link>
          </Fact>
        ) : null}
        {retryOf === null ? null : (
          <Fact label={t("retryOf")}>
            <Link href={jobPath(retryOf)}>{t("earlierJob")}</Link>
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** True when the job has changed the configuration: then there is a change with its id. */
function hasChanged({ isDryRun, outcomes: { created = 0, updated = 0, deleted = 0 } }: JobDto): boolean {
  return !isDryRun && created + updated + deleted > 0;
}

/** The object from which an action was begun, leading back to its page. */
function ObjectName({ kind, name }: { kind: string; name: string }) {
  const href = objectPath(kind, name);
  return href === null ? name : <Link href={href}>{name}</Link>;
}
