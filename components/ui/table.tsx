"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import {
  Cell as AriaCell,
  type CellProps as AriaCellProps,
  Column as AriaColumn,
  type ColumnProps as AriaColumnProps,
  Row as AriaRow,
  type RowProps as AriaRowProps,
  Table as AriaTable,
  TableBody as AriaTableBody,
  type TableBodyProps as AriaTableBodyProps,
  TableHeader as AriaTableHeader,
  type TableHeaderProps as AriaTableHeaderProps,
  type TableProps as AriaTableProps,
} from "react-aria-components/Table";
import { cx } from "@/components/ui/cx";

/** A dense table; rows and cells are reached with the arrow keys. */
export function Table({ className, ...rest }: Omit<AriaTableProps, "className"> & { className?: string }) {
  return <AriaTable {...rest} className={cx("w-full border-collapse text-start outline-none", className)} />;
}

/** The row of column headings; it stays in view while the page scrolls. */
export function TableHeader<Item extends object>(props: Omit<AriaTableHeaderProps<Item>, "className">) {
  return <AriaTableHeader<Item> {...props} className="sticky top-(--bar-height) z-10 max-lg:static" />;
}

/** The rows. */
export function TableBody<Item extends object>(props: Omit<AriaTableBodyProps<Item>, "className">) {
  return <AriaTableBody<Item> {...props} />;
}

/** A column heading; a sortable one shows the direction and sorts on click or Enter. */
export function Column({
  children,
  className,
  ...rest
}: Omit<AriaColumnProps, "className" | "children"> & { children?: ReactNode; className?: string }) {
  return (
    <AriaColumn
      {...rest}
      className={cx(
        "focus-ring-inset h-8 bg-sunken shadow-[inset_0_-1px_0_var(--line)] px-2 text-start text-xs font-medium whitespace-nowrap text-muted",
        className,
      )}
    >
      {({ allowsSorting, sortDirection }) => (
        <span
          className={cx("inline-flex items-center gap-1", allowsSorting && "cursor-default hover:text-text")}
        >
          {children}
          {sortDirection === "ascending" ? <ArrowUp aria-hidden className="size-3.5 text-accent" /> : null}
          {sortDirection === "descending" ? <ArrowDown aria-hidden className="size-3.5 text-accent" /> : null}
        </span>
      )}
    </AriaColumn>
  );
}

/** One row. */
export function Row<Item extends object>({
  className,
  ...rest
}: Omit<AriaRowProps<Item>, "className"> & { className?: string }) {
  return (
    <AriaRow<Item>
      {...rest}
      className={cx(
        "focus-ring-inset border-b border-line data-hovered:bg-hover/60 data-selected:bg-accent-soft",
        className,
      )}
    />
  );
}

/** One cell. */
export function Cell({ className, ...rest }: Omit<AriaCellProps, "className"> & { className?: string }) {
  return <AriaCell {...rest} className={cx("focus-ring-inset px-2 py-(--row-padding,4px)", className)} />;
}
