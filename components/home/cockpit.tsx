"use client";

import { useQuery } from "@tanstack/react-query";
import { BellRing, Hourglass, ListChecks, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { requestStates } from "@/lib/callback/state/request";
import { pendingCountQuery } from "@/lib/client/device";
import { runningJobsQuery } from "@/lib/client/job";
import { viewSearch } from "@/lib/client/list-view-address";
import { listPath } from "@/lib/client/object-path";
import { overviewQuery } from "@/lib/client/overview";
import { allJobsPath, devicePaths, requestListPath } from "@/lib/client/paths";

/** What is counted: where a field has one of some values. */
function havingOne(field: string, values: readonly string[], sort: string): string {
  return viewSearch({ where: values.map((value) => `${field}:isExactly:${value}`), match: "any", sort });
}
const registeredPhones = `${listPath("phone")}${havingOne("registration", ["registered", "partiallyRegistered"], "name")}`;
const live = requestStates.filter((state) => state !== "ended");
const liveRequests = `${requestListPath}${havingOne("state", live, "-createdAt")}`;

/** How the cluster stands, each figure a link to what it counts. Those of the top bar are not asked for again. */
export function Cockpit() {
  const t = useTranslations("home.cockpit");
  const { data: overview } = useQuery(overviewQuery());
  const { data: pending } = useQuery(pendingCountQuery());
  const { data: jobs } = useQuery(runningJobsQuery());
  const phones = overview?.phones;
  const isMissing = phones !== undefined && phones.registered < phones.total;
  return (
    <nav aria-label={t("title")}>
      <ul className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        <Figure
          href={registeredPhones}
          icon={<Phone aria-hidden />}
          label={t("phones")}
          figure={phones?.registered}
          more={phones ? t("ofAll", { total: phones.total }) : undefined}
          tone={isMissing ? "caution" : "plain"}
        />
        <Figure
          href={devicePaths.pending}
          icon={<Hourglass aria-hidden />}
          label={t("pending")}
          figure={pending?.total}
          tone={pending && pending.total > 0 ? "caution" : "plain"}
        />
        <Figure
          href={liveRequests}
          icon={<BellRing aria-hidden />}
          label={t("requests")}
          figure={overview?.liveRequests}
        />
        <Figure href={allJobsPath} icon={<ListChecks aria-hidden />} label={t("jobs")} figure={jobs?.total} />
      </ul>
    </nav>
  );
}

type FigureProps = {
  href: string;
  icon: ReactNode;
  label: string;
  /** Undefined until it is known. */
  figure: number | undefined;
  more?: string | undefined;
  tone?: "plain" | "caution";
};

function Figure({ href, icon, label, figure, more, tone = "plain" }: FigureProps) {
  const t = useTranslations("home.cockpit");
  return (
    <li>
      <Link
        href={href}
        tone="quiet"
        className="flex h-full flex-col gap-1 rounded-panel border border-line px-3 py-2 hover:bg-hover hover:no-underline"
      >
        <span className="flex items-center gap-1.5 text-muted [&_svg]:size-4 [&_svg]:shrink-0">
          {icon}
          {label}
        </span>
        <span className="flex items-baseline gap-1.5">
          <span
            className={cx("min-h-7 text-xl font-semibold tabular-nums", tone === "caution" && "text-caution")}
          >
            {figure === undefined ? "" : t("figure", { figure })}
          </span>
          {more === undefined ? null : <span className="text-muted tabular-nums">{more}</span>}
        </span>
      </Link>
    </li>
  );
}
