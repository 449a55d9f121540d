"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DiffersMark } from "@/components/phone/effective/differs-mark";
import { cx } from "@/components/ui/cx";

/** A row: what is configured and what is running, and whether they differ. */
export type ComparedRow = {
  id: string;
  name: string;
  configured: ReactNode;
  /** Where the configured value comes from, in tables that tell. */
  source?: ReactNode;
  running: ReactNode;
  differs: boolean;
};

type ComparisonTableProps = {
  caption: string;
  rowTitle: string;
  hasSources?: boolean;
  rows: readonly ComparedRow[];
};

const cell = "px-2 py-1 text-start align-baseline";

/** *Configured* and *running* side by side, with a mark where they differ. */
export function ComparisonTable({ caption, rowTitle, hasSources = false, rows }: ComparisonTableProps) {
  const t = useTranslations("phone");
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-start">
        <caption className="pb-1 text-start font-medium">{caption}</caption>
        <thead>
          <tr className="border-b border-line bg-sunken text-xs text-muted">
            <th scope="col" className="h-8 px-2 text-start font-medium">
              {rowTitle}
            </th>
            <th scope="col" className="px-2 text-start font-medium">
              {t("running.configured")}
            </th>
            {hasSources ? (
              <th scope="col" className="px-2 text-start font-medium">
                {t("effective.source")}
              </th>
            ) : null}
            <th scope="col" className="px-2 text-start font-medium">
              {t("running.running")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, configured, source, running, differs }) => (
            <tr key={id} className={cx("border-b border-line", differs && "bg-caution-soft")}>
              <th scope="row" className={cx(cell, "font-normal")}>
                <span className="flex flex-wrap items-center gap-x-2">
                  <span>{name}</span>
                  {differs ? <DiffersMark /> : null}
                </span>
              </th>
              <td className={cell}>{configured}</td>
              {hasSources ? <td className={cell}>{source}</td> : null}
              <td className={cell}>{running}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
