"use client";

import { ChevronFirst, ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListState } from "@/components/console/find-and-list/use-list-state";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { type PageSize, pageSizes } from "@/lib/configuration/list-view";

type PagerProps = {
  state: ListState;
  rowsOnPage: number;
  total: number | undefined;
  nextCursor: string | null;
  /** The rows are still those of another page, so what follows them is not what follows the place in the address. */
  isChanging: boolean;
  /** Rows a page from now on. */
  onLimit: (limit: PageSize) => void;
};

/** Where in the list this page is, and the way to the others. */
export function Pager({ state, rowsOnPage, total, nextCursor, isChanging, onLimit }: PagerProps) {
  const t = useTranslations("findAndList");
  const { query, isFirst, firstRow: from } = state;
  const to = from + rowsOnPage - 1;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 px-4 py-2 print:hidden">
      <div className="flex items-center gap-2">
        <span aria-hidden className="text-muted">
          {t("rowsPerPage")}
        </span>
        <Select
          label={t("rowsPerPage")}
          isLabelHidden
          size="small"
          className="w-20"
          value={String(query.limit)}
          onChange={(size) => {
            const limit = pageSizes.find((known) => String(known) === size);
            if (limit !== undefined) onLimit(limit);
          }}
          options={pageSizes.map((size) => ({ id: String(size), label: String(size) }))}
        />
      </div>
      {rowsOnPage === 0 ? null : (
        <span className="text-muted">
          {total === undefined ? t("rangeUnknown", { from, to }) : t("range", { from, to, total })}
        </span>
      )}
      <div className="flex items-center gap-1">
        <IconButton
          label={t("firstPage")}
          size="small"
          hasBorder
          isDisabled={isFirst}
          onPress={() => state.goFirst()}
        >
          <ChevronFirst />
        </IconButton>
        <IconButton
          label={t("previousPage")}
          size="small"
          hasBorder
          isDisabled={isFirst}
          onPress={state.goPrevious}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={t("nextPage")}
          size="small"
          hasBorder
          isDisabled={nextCursor === null}
          onPress={() => {
            if (nextCursor !== null && !isChanging) state.goNext(nextCursor, rowsOnPage);
          }}
        >
          <ChevronRight />
        </IconButton>
      </div>
    </div>
  );
}
