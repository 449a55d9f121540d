"use client";

import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useRunCommand } from "@/components/console/commands";
import { type Status, useStatus } from "@/components/console/status";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";

// Most visits begin no job.
const JobLine = dynamic(() => import("@/components/console/job-line").then((module) => module.JobLine), {
  loading: () => null,
});

const looks = {
  info: { icon: Info, mark: "text-accent-text" },
  good: { icon: CircleCheck, mark: "text-good" },
  caution: { icon: TriangleAlert, mark: "text-caution" },
  bad: { icon: CircleAlert, mark: "text-bad" },
} as const;

const idle = { icon: CircleDashed, mark: "text-muted" } as const;

/** The line under the toolbar: what happened, what it means, what to do, and when it was. */
export function StatusLine() {
  const t = useTranslations();
  const locale = useLocale();
  const { status, jobs } = useStatus();
  const { icon: Icon, mark } = status ? looks[status.tone] : idle;
  const isError = status?.tone === "bad";
  return (
    <>
      {/* Two live regions that are always there: a region that appears together with its text is not announced. */}
      <div
        className={cx(
          "flex min-h-8 items-start gap-2 border-y border-line px-4 py-1.5 print:hidden",
          isError ? "bg-bad-soft" : "bg-sunken",
        )}
      >
        <span className="text-muted">{t("common.status")}</span>
        <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", mark)} />
        <div role="status" className={cx("min-w-0", isError && "hidden")}>
          {status && !isError ? <StatusWords status={status} /> : null}
          {status ? null : <span className="text-muted">{t("shell.statusReady")}</span>}
        </div>
        <div role="alert" className={cx("min-w-0", !isError && "hidden")}>
          {status && isError ? <StatusWords status={status} /> : null}
        </div>
        {status ? (
          <time dateTime={status.at.toISOString()} className="ms-auto shrink-0 text-muted">
            {new Intl.DateTimeFormat(locale, { timeStyle: "medium", hourCycle: "h23" }).format(status.at)}
          </time>
        ) : null}
      </div>
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </>
  );
}

function StatusWords({ status: { text, detail, links = [], commands = [] } }: { status: Status }) {
  const run = useRunCommand();
  return (
    <>
      <span className="font-medium">{text}</span>
      {detail === undefined ? null : <span className="ms-2 text-muted">{detail}</span>}
      {commands.map(({ id, label }) => (
        <Button key={id} size="small" className="-my-1 ms-2" onPress={() => run(id)}>
          {label}
        </Button>
      ))}
      {links.map(({ href, label }) => (
        <Link key={href} href={href} className="ms-2">
          {label}
        </Link>
      ))}
    </>
  );
}
