"use client";

import { useTranslations } from "next-intl";
import { RecordName } from "@/components/console/deletion/dependency-list";
import type { ReassignRefusal } from "@/components/console/deletion/use-reassign";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { Notice } from "@/components/ui/notice";
import { identityKey } from "@/lib/client/object-identity";

/** Why nothing was reassigned: each object that cannot use the other one with what stands against it. */
export function RefusedUses({ refusal }: { refusal: ReassignRefusal }) {
  const t = useTranslations("configuration.reassign");
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  const { refused, problems } = refusal;
  const total = typeof refusal.data.total === "number" ? refusal.data.total : refused.length;
  return (
    <Notice tone="bad">
      <div role="alert">
        {problems.length === 0 ? <p>{refusalText(refusal)}</p> : null}
        {problems.map((problem) => (
          <p key={problem.code}>{problemText(problem)}</p>
        ))}
        <ul className="mt-1">
          {refused.map(({ kind, name, partition = null, problems: own }) => (
            <li key={`${kind} ${identityKey({ name, partition })}`} className="mt-1 wrap-anywhere">
              <RecordName kind={kind} name={name} partition={partition} />
              {own.map((problem) => (
                <span key={`${problem.path.join(".")} ${problem.code}`} className="block text-muted">
                  {problemText(problem)}
                </span>
              ))}
            </li>
          ))}
        </ul>
        {refused.length > 0 && total > refused.length ? (
          <p className="mt-1">{t("more", { count: total - refused.length })}</p>
        ) : null}
      </div>
    </Notice>
  );
}
