"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { KindSelect } from "@/components/bulk-administration/kind-select";
import { Page } from "@/components/console/page";
import { Checkbox } from "@/components/ui/checkbox";
import { DownloadLink } from "@/components/ui/download-link";
import type { Role } from "@/lib/catalog/roles";
import { exportAddress } from "@/lib/client/bulk";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** *Export*: all objects of a kind as a file. */
export function ExportObjects({ role }: { role: Role }) {
  const t = useTranslations("bulkAdministration");
  const locale = useLocale();
  const [kind, setKind] = useState<ConfigurationKind>("phone");
  const [bom, setBom] = useState(true);
  return (
    <Page
      at="bulkExport"
      title={t("export.title")}
      actions={
        <DownloadLink href={exportAddress(kind, { where: [], match: "all", bom, headings: locale })}>
          {t("export.download")}
        </DownloadLink>
      }
    >
      <div className="flex max-w-2xl flex-col gap-4 px-4 py-4">
        <p>{t("export.intro")}</p>
        <KindSelect value={kind} onChange={setKind} role={role} privilege="read" />
        <Checkbox isSelected={bom} onChange={setBom}>
          {t("export.excel")}
        </Checkbox>
      </div>
    </Page>
  );
}
