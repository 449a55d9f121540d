"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
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
  return (
    <th
      scope="col"
      {...(direction === undefined ? { "data-plain": true } : { "aria-sort": direction })}
      style={widthStyle(width)}
      className={cx(
        headingLook,
        "relative last:pe-4",
        width !== null && ownWidth,
        isNumber && "text-end!",
        isFirst && "sm:first:ps-4",
      )}
      onClick={
        sortField === undefined
          ? undefined
          : () => onSort(direction === "ascending" ? `-${sortField}` : sortField)
      }
    >
      {sortField === undefined ? (
        column.label
      ) : (
        <button
          type="button"
          className="focus-ring inline-flex cursor-default items-center gap-1 rounded-xs hover:text-text"
        >
          {column.label}
          {direction === "ascending" ? <ArrowUp aria-hidden className="size-3.5 text-accent" /> : null}
          {direction === "descending" ? <ArrowDown aria-hidden className="size-3.5 text-accent" /> : null}
        </button>
      )}
      <ColumnEdge onWidth={onWidth} />
    </th>
  );
}
