"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListSelection } from "@/components/console/find-and-list/types";
import type { SelectionState } from "@/components/console/find-and-list/use-selection";
import { Button } from "@/components/ui/button";

type SelectionBarProps = {
  state: SelectionState;
  rowsOnPage: number;
  total: number | undefined;
  actions: ((selection: ListSelection) => ReactNode) | undefined;
};

/** How many rows are found or selected, the step from this page to all that match, and what to do with them. */
export function SelectionBar({ state, rowsOnPage, total, actions }: SelectionBarProps) {
  const t = useTranslations("findAndList");
  const { selection, keys, isAllMatching } = state;
  if (!selection) {
    return (
      <p role="status" className="text-muted">
        {total === undefined ? null : t("count", { total })}
      </p>
    );
  }
  const canTakeAll = !isAllMatching && total !== undefined && keys.size === rowsOnPage && total > rowsOnPage;
  return (
    <fieldset aria-label={t("selectionActions")} className="flex flex-wrap items-center gap-2">
      <p role="status" className="font-medium">
        {isAllMatching
          ? t("allMatchingSelected", { total: total ?? 0 })
          : t("selectedOnPage", { count: keys.size })}
      </p>
      {canTakeAll ? (
        <Button size="small" onPress={state.selectAllMatching}>
          {t("selectAllMatching", { total })}
        </Button>
      ) : null}
      <Button size="small" variant="quiet" onPress={state.clear}>
        {t("clearSelection")}
      </Button>
      {actions?.(selection)}
    </fieldset>
  );
}
