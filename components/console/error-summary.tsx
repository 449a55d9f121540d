"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

export type FieldProblem = {
  /** The id of the control to go to; null when the problem is about none. */
  fieldId: string | null;
  label: string | null;
  message: string;
};

/** The control of that id, or the nearest that is around it: `lines-2-label`, `lines-2`, `lines`. */
function nearest(id: string): HTMLElement | null {
  const found = document.getElementById(id);
  const end = id.lastIndexOf("-");
  return found || end === -1 ? found : nearest(id.slice(0, end));
}

/** All errors of a form in one place, each with a link that puts the focus into its field. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const t = useTranslations("shell");
  if (problems.length === 0) return null;
  return (
    <div role="alert">
      <Notice tone="bad" title={t("errorSummary", { count: problems.length })}>
        <ul className="mt-1 flex flex-col gap-1">
          {problems.map(({ fieldId, label, message }) => (
            <li key={`${fieldId} ${message}`}>
              {fieldId === null ? null : (
                <>
                  <a
                    href={`#${fieldId}`}
                    className="focus-ring rounded-xs underline underline-offset-2"
                    onClick={(event) => {
                      event.preventDefault();
                      nearest(fieldId)?.focus();
                    }}
                  >
                    {label}
                  </a>
                  {": "}
                </>
              )}
              {message}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
