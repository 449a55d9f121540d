"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeList } from "@/components/console/history/change-list";
import { Select } from "@/components/ui/select";

type Compared<Content> = { readonly number: number; readonly by: string; readonly content: Content };

type CompareRevisionsProps<Content> = {
  /** Newest first, at least two. */
  revisions: readonly Compared<Content>[];
  /** What differs between two contents, in words. */
  changesBetween: (from: Content, to: Content) => readonly string[];
};

/** What differs between any two revisions, in words. */
export function CompareRevisions<Content>({ revisions, changesBetween }: CompareRevisionsProps<Content>) {
  const t = useTranslations("configuration.history");
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const find = (number: number | undefined) => revisions.find((revision) => revision.number === number);
  const to = find(chosen.to) ?? revisions[0];
  const from = find(chosen.from) ?? revisions[1];
  if (!to || !from) return null;
  const changes = changesBetween(from.content, to.content);
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
