"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeList } from "@/components/softkey-template/change-list";
import type { Revision } from "@/components/softkey-template/revision-content";
import { Select } from "@/components/ui/select";
import { softkeyTemplateChanges } from "@/lib/configuration/softkey-template-difference";

/** What differs between any two revisions, in words. `revisions` are newest first, at least two. */
export function CompareRevisions({ revisions }: { revisions: readonly Revision[] }) {
  const t = useTranslations("softkeyTemplate.history");
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const find = (number: number | undefined) => revisions.find((revision) => revision.number === number);
  const to = find(chosen.to) ?? revisions[0];
  const from = find(chosen.from) ?? revisions[1];
  if (!to || !from) return null;
  const changes = softkeyTemplateChanges(from.content, to.content);
  const options = revisions.map(({ number, by }) => ({
    id: String(number),
    label: t("revision", { number }),
    detail: by,
  }));
  return (
    <section
      aria-labelledby="compare-revisions"
      className="flex flex-col gap-2 rounded-panel border border-line bg-sunken p-3"
    >
      <h2 id="compare-revisions" className="font-semibold">
        {t("compare")}
      </h2>
      <div className="flex flex-wrap gap-3">
        <Select
          label={t("compareFrom")}
          size="small"
          className="w-44"
          options={options}
          value={String(from.number)}
          onChange={(number) => setChosen({ ...chosen, from: Number(number) })}
        />
        <Select
          label={t("compareTo")}
          size="small"
          className="w-44"
          options={options}
          value={String(to.number)}
          onChange={(number) => setChosen({ ...chosen, to: Number(number) })}
        />
      </div>
      <div role="status">
        {changes.length === 0 ? (
          <p className="text-muted">{t("noDifference")}</p>
        ) : (
          <ChangeList changes={changes} />
        )}
      </div>
    </section>
  );
}
