"use client";

import { FilterX, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, type SubmitEvent, useState } from "react";
import { conditionsOf, emptyRow, rowsOf } from "@/components/console/find-and-list/filter";
import { FilterFields } from "@/components/console/find-and-list/filter-fields";
import type { ListField, ListQuery } from "@/components/console/find-and-list/types";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

type FilterFormProps = {
  /** Plural name of what is listed. */
  objects: string;
  fields: readonly ListField[];
  query: ListQuery;
  onFind: (conditions: string[], match: "all" | "any") => void;
  textRef: Ref<HTMLInputElement>;
};

function startingRows(query: ListQuery, fields: readonly ListField[]) {
  const given = rowsOf(query.where, fields);
  return given.length > 0 ? given : [emptyRow(fields, 0)];
}

/** `Find … where [field] [operator] [text] [+] [−]`, one or more rows, then *Find* or *Clear Filter*. */
export function FilterForm({ objects, fields, query, onFind, textRef }: FilterFormProps) {
  const t = useTranslations();
  const [rows, setRows] = useState(() => startingRows(query, fields));
  const [match, setMatch] = useState(query.match);
  const asked = JSON.stringify([query.where, query.match]);
  const [applied, setApplied] = useState(asked);
  if (applied !== asked) {
    // The address changed. If not by this form but by Back or a link, the rows follow it.
    setApplied(asked);
    if (JSON.stringify([conditionsOf(rows), match]) !== asked) {
      setRows(startingRows(query, fields));
      setMatch(query.match);
    }
  }
  const nextId = Math.max(...rows.map(({ id }) => id)) + 1;

  function find(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onFind(conditionsOf(rows), match);
  }
  function clear() {
    setRows([emptyRow(fields, nextId)]);
    setMatch("all");
    onFind([], "all");
  }
  return (
    <search>
      <form onSubmit={find} className="flex flex-col gap-2 px-4 py-3 print:hidden">
        {rows.map((row, index) => (
          <div key={row.id} className="flex flex-wrap items-center gap-2">
            <span className="min-w-32 text-muted">
              {index === 0
                ? t("findAndList.findWhere", { objects })
                : t(match === "all" ? "findAndList.and" : "findAndList.or")}
            </span>
            <FilterFields
              row={row}
              fields={fields}
              onChange={(changed) => setRows(rows.map((other) => (other.id === row.id ? changed : other)))}
              onAdd={() => setRows(rows.toSpliced(index + 1, 0, emptyRow(fields, nextId)))}
              onRemove={rows.length > 1 ? () => setRows(rows.filter(({ id }) => id !== row.id)) : null}
              textRef={index === 0 ? textRef : null}
            />
            {index === 0 ? (
              <>
                <Button type="submit" size="small" variant="primary" icon={<Search aria-hidden />}>
                  {t("common.find")}
                </Button>
                <Button size="small" icon={<FilterX aria-hidden />} onPress={clear}>
                  {t("findAndList.clearFilter")}
                </Button>
                {rows.length > 1 ? (
                  <Select
                    label={t("findAndList.match")}
                    isLabelHidden
                    size="small"
                    value={match}
                    onChange={setMatch}
                    options={[
                      { id: "all", label: t("findAndList.matchAll") },
                      { id: "any", label: t("findAndList.matchAny") },
                    ]}
                  />
                ) : null}
              </>
            ) : null}
          </div>
        ))}
      </form>
    </search>
  );
}
