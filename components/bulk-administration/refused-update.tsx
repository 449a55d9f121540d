"use client";

import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { refusalOf } from "@/lib/client/api-error";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** Why the values fit no object. */
export function RefusedUpdate({ kind, error }: { kind: ConfigurationKind; error: unknown }) {
  const words = useBulkWords();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const refusal = refusalOf(error);
  return (
    <div role="alert">
      <Notice tone="bad" title={refusalText(refusal)}>
        <ul>
          {refusal.problems.map((problem) => {
            const place = problem.path.slice(1).join(".");
            const field = place === "" ? "" : `${words.field(kind, place)}: `;
            return <li key={`${field} ${problem.code}`}>{`${field}${problemText(problem)}`}</li>;
          })}
        </ul>
      </Notice>
    </div>
  );
}
