"use client";

import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { DownloadLink } from "@/components/ui/download-link";
import { exportAddress } from "@/lib/client/bulk";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** *Export*: what the filter in the address finds, in its order, as a file that can be imported again. */
export function ExportLink({ kind }: { kind: ConfigurationKind }) {
  const t = useTranslations("bulkAdministration");
  const locale = useLocale();
  const search = useSearchParams();
  const sort = search.get("sort");
  const filter = {
    where: search.getAll("where"),
    match: search.get("match") === "any" ? ("any" as const) : ("all" as const),
    ...(sort === null ? {} : { sort }),
  };
  return (
    <DownloadLink href={exportAddress(kind, { ...filter, bom: true, headings: locale })}>
      {t("exportShown")}
    </DownloadLink>
  );
}
