"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/console/local-time";
import { Link } from "@/components/ui/link";

type ObjectFactsProps = {
  object: {
    usedByCount: number;
    inheritedByCount: number;
    version: number;
    updatedAt: string;
    updatedBy: string;
  };
  /** What it was copied from, when that is known. */
  copyOf?: string | null;
  dependenciesPath: string;
  historyPath: string;
};

/** What is known of an object beside its fields: origin, use, last change. */
export function ObjectFacts({ object, copyOf = null, dependenciesPath, historyPath }: ObjectFactsProps) {
  const t = useTranslations("configuration.facts");
  const { usedByCount, inheritedByCount, version, updatedAt, updatedBy } = object;
  return (
    <dl className="grid max-w-xl grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-4">
      {copyOf === null ? null : <Fact label={t("copyOf")}>{copyOf}</Fact>}
      <Fact label={t("usedBy")}>
        <Link href={dependenciesPath}>{t("objects", { count: usedByCount })}</Link>
        {inheritedByCount > 0 ? (
          <span className="text-muted">{` · ${t("inherited", { count: inheritedByCount })}`}</span>
        ) : null}
      </Fact>
      <Fact label={t("version")}>
        <Link href={historyPath}>{version}</Link>
      </Fact>
      <Fact label={t("changed")}>
        <LocalTime at={updatedAt} />
        {` · ${updatedBy}`}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
