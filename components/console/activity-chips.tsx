"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Hourglass, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { pendingCountQuery, refreshPending, refreshPhones } from "@/lib/client/device";
import { runningJobsQuery } from "@/lib/client/job";
import { allJobsPath, devicePaths } from "@/lib/client/paths";

/**
 * In the bar of every page: how many phones run something else than what is saved, and how many jobs go on. While
 * jobs go on, what is shown of phones follows them.
 */
export function ActivityChips() {
  const t = useTranslations("shell.chips");
  const client = useQueryClient();
  const pending = useQuery(pendingCountQuery());
  const jobs = useQuery(runningJobsQuery());
  const count = jobs.data?.total ?? 0;
  const wasRunning = useRef(false);
  const { dataUpdatedAt } = jobs;
  useEffect(() => {
    const isRunning = dataUpdatedAt > 0 && count > 0;
    if (isRunning || wasRunning.current) void refreshPhones(client, { isLast: !isRunning });
    // Counting compares all phones, so it is not done at every step of a job.
    if (isRunning !== wasRunning.current) void refreshPending(client);
    wasRunning.current = isRunning;
  }, [client, count, dataUpdatedAt]);
  return (
    <nav aria-label={t("label")} className="flex items-center gap-1">
      <Chip
        href={devicePaths.pending}
        icon={<Hourglass aria-hidden />}
        label={t("pending", { count: pending.data?.total ?? 0 })}
        count={pending.data?.total}
      />
      <Chip
        href={allJobsPath}
        icon={<ListChecks aria-hidden />}
        label={t("jobs", { count })}
        count={jobs.data?.total}
        className="max-sm:hidden"
      />
    </nav>
  );
}

type ChipProps = {
  href: string;
  icon: ReactNode;
  label: string;
  count: number | undefined;
  className?: string;
};

/** A count that leads to its page; nothing until it is known, and on narrow screens only while there is any. */
function Chip({ href, icon, label, count, className }: ChipProps) {
  if (count === undefined) return null;
  return (
    <Link
      href={href}
      tone="quiet"
      className={cx(
        "inline-flex h-7 items-center gap-1.5 rounded-control border px-2 whitespace-nowrap tabular-nums hover:bg-hover hover:no-underline [&_svg]:size-4",
        count > 0
          ? "border-line font-medium [&_svg]:text-caution"
          : "border-transparent text-muted max-md:hidden",
        className,
      )}
    >
      {icon}
      <span className="max-md:sr-only">{label}</span>
      <span aria-hidden className="md:hidden">
        {count}
      </span>
    </Link>
  );
}
