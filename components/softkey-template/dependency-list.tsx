"use client";

import { useTranslations } from "next-intl";
import type { Translate } from "@/lib/i18n/problem-text";

/** An object that uses the template. */
export type Dependency = { kind: string; name: string };

/** Dependency records, grouped by kind with their counts. */
export function DependencyList({ dependencies }: { dependencies: readonly Dependency[] }) {
  const translate = useTranslations("softkeyTemplate.dependencies") as unknown as Translate;
  const groups = Map.groupBy(dependencies, ({ kind }) => kind);
  return (
    <dl className="flex flex-col gap-3">
      {[...groups].map(([kind, records]) => (
        <div key={kind}>
          <dt className="font-medium">
            {/* A kind that this console does not know yet is shown as the API names it. */}
            {translate.has(`kind.${kind}`) ? translate(`kind.${kind}`) : kind}
            <span className="ms-2 text-muted">{translate("count", { count: records.length })}</span>
          </dt>
          {records.map(({ name }) => (
            <dd key={name} className="ms-4">
              {name}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
