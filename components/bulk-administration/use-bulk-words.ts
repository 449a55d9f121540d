"use client";

import { useTranslate } from "@/components/console/use-translate";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { JobDto, JobItemDto } from "@/lib/contract/job";
import { deviceCommands } from "@/lib/devices/forecast";
import { columnLabel } from "@/lib/i18n/column-label";
import { fieldName } from "@/lib/i18n/field-name";

/** True for the jobs of Apply Config, Reset and Restart. */
export function isDeviceJob({ kind }: Pick<JobDto, "kind">): boolean {
  return deviceCommands.some((command) => command === kind);
}

/** What the pages of bulk administration say of jobs and kinds of objects. */
export function useBulkWords() {
  const translate = useTranslate();
  const t = (key: string, values?: Record<string, string | number>) =>
    translate(`bulkAdministration.${key}`, values);
  const plural = (kind: string) => {
    const own = `${kind}.plural`;
    return translate.has(own) ? translate(own) : translate(`catalogue.configurationKind.${kind}`);
  };
  return {
    plural,
    /** "Import of phones, dry run" */
    jobName: ({ kind, resource, isDryRun }: Pick<JobDto, "kind" | "resource" | "isDryRun">) => {
      const values = { kind: t(`job.kind.${kind}`), objects: plural(resource) };
      return t(isDryRun ? "job.checkOf" : "job.name", values);
    },
    // Rows that were left out are told by themselves.
    summary: ({ state, isDryRun, outcomes: { leftOut = 0 }, ...counts }: JobDto) => {
      const [total, done, failed] = [counts.total - leftOut, counts.done - leftOut, counts.failed];
      const hasEnded = state === "done" || state === "partial" || state === "failed";
      return t(isDryRun && hasEnded ? "job.checked" : `job.summary.${state}`, { total, done, failed });
    },
    outcome: ({ isDryRun }: Pick<JobDto, "isDryRun">, outcome: NonNullable<JobItemDto["outcome"]>) =>
      t(`job.${isDryRun ? "wouldBe" : "outcome"}.${outcome}`),
    /** The label of a column of a file of a kind. */
    column: (kind: ConfigurationKind, name: string) => columnLabel(translate, kind, name),
    /** The name of a field of a kind, by its path with dots. */
    field: (kind: ConfigurationKind, path: string) => fieldName(translate, kind, path),
  };
}
