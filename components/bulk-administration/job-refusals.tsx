"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useProblemText } from "@/components/console/refusal-text";
import { jobRefusalsQuery } from "@/lib/client/job";
import type { Problem } from "@/lib/configuration/problem";
import type { JobDto } from "@/lib/contract/job";

/** Why items of a job failed: each reason with how many have it, the most frequent first. */
export function JobRefusals({ job }: { job: JobDto }) {
  const t = useTranslations("bulkAdministration.job.refusal");
  const words = useBulkWords();
  const problemText = useProblemText();
  const { data } = useQuery(jobRefusalsQuery(job.id));
  if (!data || data.total === 0) return null;
  const rest = data.items.reduce((left, { count }) => left - count, data.total);
  return (
    <section aria-label={t("title")}>
      <h3 className="text-xs font-medium text-muted">{t("title")}</h3>
      <ul className="flex flex-col gap-0.5">
        {data.items.map(({ problem, count }) => {
          const place = problem.path.filter((step) => typeof step === "string").join(".");
          const field = place === "" ? "" : `${words.field(job.resource, place)}: `;
          const text = `${field}${problemText(problem as Problem)}`;
          return (
            <li key={`${place} ${problem.code} ${JSON.stringify(problem.params)}`}>
              <span className="font-medium tabular-nums">{t("count", { count })}</span> {text}
            </li>
          );
        })}
        {rest > 0 ? <li className="text-muted">{t("rest", { count: rest })}</li> : null}
      </ul>
    </section>
  );
}
