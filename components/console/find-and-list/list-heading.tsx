"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { ColumnEdge } from "@/components/console/find-and-list/column-width";
import { ownWidth, type ShownColumn, widthStyle } from "@/components/console/find-and-list/list-row";
import { cx } from "@/components/ui/cx";

/** How headings of a list look. */
export const headingLook =
  "h-8 bg-sunken px-2 text-start text-xs font-medium whitespace-nowrap text-muted shadow-[inset_0_-1px_0_var(--line)]";

type ListHeadingProps<Item> = {
  column: ShownColumn<Item>;
  /** How rows are sorted, such as `-name`. */
  sort: string;
  onSort: (sort: string) => void;
  onWidth: (width: number | null) => void;
  /** Nothing stands before it. */
  isFirst: boolean;
};

/** The heading of a column; pressed it sorts by it, and pressed again the other way round. */
export function ListHeading<Item>({ column, sort, onSort, onWidth, isFirst }: ListHeadingProps<Item>) {
  const { sortField, width, isNumber = false } = column;
  const direction =
    sortField === undefined
      ? undefined
      : sort === sortField
        ? "ascending"
        : sort === `-${sortField}`
          ? "descending"
          : "none";
  const turn =
    sortField === undefined ? null : () => onSort(direction === "ascending" ? `-${sortField}` : sortField);
  // The heading itself is pressed, as in other grids; a button in it would be one more of the same name on the page.
  const pressed = turn && {
    tabIndex: 0,
    onClick: turn,
    onKeyDown(event: KeyboardEvent) {
      if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      turn();
    },
  };
  return (
    <th
      scope="col"
      {...(direction === undefined ? { "data-plain": true } : { "aria-sort": direction })}
      {...pressed}
      style={widthStyle(width)}
      className={cx(
        headingLook,
        "focus-ring-inset relative cursor-default last:pe-4",
        width !== null && ownWidth,
        isNumber && "text-end!",
        isFirst && "sm:first:ps-4",
        turn !== null && "hover:text-text",
      )}
    >
      <span className="inline-flex items-center gap-1">
        {column.label}
        {direction === "ascending" ? <ArrowUp aria-hidden className="size-3.5 text-accent" /> : null}
        {direction === "descending" ? <ArrowDown aria-hidden className="size-3.5 text-accent" /> : null}
      </span>
      <ColumnEdge onWidth={onWidth} />
    </th>
  );
}
