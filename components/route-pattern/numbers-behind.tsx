"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { objectPath } from "@/lib/client/object-path";
import { remoteClusterQuery, trunkQuery } from "@/lib/client/trunk";
import { leadsTo } from "@/lib/configuration/route-patterns/discard-digits";

type NumbersBehindProps = {
  /** A valid pattern. */
  pattern: string;
  trunk: string;
  /** Only what is dialed after the dot goes out. */
  discardsPreDot: boolean;
};

/** The numbers of the cluster behind the trunk, and which of them the pattern sends there. */
export function NumbersBehind({ pattern, trunk, discardsPreDot }: NumbersBehindProps) {
  const t = useTranslations("routePattern.test");
  const { data } = useQuery({ ...trunkQuery(trunk), enabled: trunk !== "" });
  const name = data?.remoteCluster ?? "";
  const { data: cluster } = useQuery({ ...remoteClusterQuery(name), enabled: name !== "" });
  if (!data) return null;
  if (data.remoteCluster === null) return <Notice tone="caution">{t("noCluster", { trunk })}</Notice>;
  if (!cluster) return null;
  const numbers = cluster.directoryNumbers.map((number) => ({
    ...number,
    matches: leadsTo(pattern, discardsPreDot, number.pattern),
  }));
  const path = objectPath("remoteCluster", cluster.name);
  const matching = numbers.filter(({ matches }) => matches).length;
  return (
    <section aria-labelledby="numbers-behind" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id="numbers-behind" className="font-medium">
          {path === null ? (
            t("behind", { cluster: cluster.name, trunk })
          ) : (
            <Link href={path}>{t("behind", { cluster: cluster.name, trunk })}</Link>
          )}
        </h3>
        <span className="text-muted">
          {numbers.length === 0
            ? t("nobody", { cluster: cluster.name })
            : t("behindCount", { matching, total: numbers.length })}
        </span>
      </div>
      <ul className="grid max-h-64 gap-x-6 gap-y-1 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
        {numbers.map((number) => (
          <li key={number.pattern} className="flex min-w-0 items-center gap-2">
            {number.matches ? (
              <CircleCheck aria-label={t("reached")} className="size-4 shrink-0 text-good" />
            ) : (
              <CircleSlash aria-label={t("notReached")} className="size-4 shrink-0 text-muted" />
            )}
            <span className="font-mono">{number.pattern}</span>
            <span className="truncate text-muted">{number.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
