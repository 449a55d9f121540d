"use client";

import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useItemProblemText } from "@/components/console/item-problem-text";
import { Link } from "@/components/ui/link";
import { identityText } from "@/lib/client/object-identity";
import { objectPath } from "@/lib/client/object-path";
import type { JobDto, JobItemDto } from "@/lib/contract/job";

/** A link to the object, when it is there. */
export function ItemName({ job, item }: { job: JobDto; item: JobItemDto }) {
  const { name, partition, outcome, phone } = item;
  const text = identityText({ name, partition });
  const isThere =
    phone !== null ||
    (outcome !== null &&
      outcome !== "deleted" &&
      outcome !== "leftOut" &&
      !(job.isDryRun && outcome === "created"));
  const path = isThere ? objectPath(item.kind ?? job.resource, name, partition) : null;
  return path === null ? text : <Link href={path}>{text}</Link>;
}

/** What became of an item, or what was wrong with it. */
export function ItemDetail({ job, item }: { job: JobDto; item: JobItemDto }) {
  const t = useTranslations("bulkAdministration.job.item");
  const words = useBulkWords();
  const problemText = useItemProblemText();
  if (item.outcome !== null) return words.outcome(job, item.outcome);
  if (item.state === "waiting" || item.state === "underway") return t(item.state);
  return (
    <ul>
      {item.problems.map((problem) => {
        const path = problem.path.join(".");
        // Of a file it is the column, of an undo the field of the object.
        const place = item.kind === null ? words.column(job.resource, path) : words.field(item.kind, path);
        return (
          <li key={`${path} ${problem.code} ${JSON.stringify(problem.params)}`} className="text-bad">
            {path === "" ? null : `${place}: `}
            {problemText(problem)}
          </li>
        );
      })}
    </ul>
  );
}
