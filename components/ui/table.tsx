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

/**
 * A dense table; rows and cells are reached with the arrow keys. With `hasCards` each row is a card in a narrow window;
 * its cells say there what they are (`label`).
 */
export function Table({
  className,
  hasCards = false,
  ...rest
}: Omit<AriaTableProps, "className"> & { className?: string; hasCards?: boolean }) {
  const look = cx("w-full border-collapse text-start outline-none", hasCards && "rows-as-cards", className);
  return <AriaTable {...rest} className={look} />;
}

/** The row of column headings; it stays in view, below what stays there too, while the page scrolls. */
export function TableHeader<Item extends object>(props: Omit<AriaTableHeaderProps<Item>, "className">) {
  return <AriaTableHeader<Item> {...props} className="sticky top-(--sticky-top) z-10 max-lg:static" />;
}

/** The rows. */
export function TableBody<Item extends object>(props: Omit<AriaTableBodyProps<Item>, "className">) {
  return <AriaTableBody<Item> {...props} />;
}

/** A column heading; a sortable one shows the direction and sorts on click or Enter. `edge` lies at its end. */
export function Column({
  children,
  className,
  edge,
  ...rest
}: Omit<AriaColumnProps, "className" | "children"> & {
  children?: ReactNode;
  className?: string;
  edge?: ReactNode;
}) {
  return (
    <AriaColumn
      {...rest}
      className={cx(
        "focus-ring-inset h-8 bg-sunken shadow-[inset_0_-1px_0_var(--line)] px-2 text-start text-xs font-medium whitespace-nowrap text-muted",
        className,
      )}
    >
      {({ allowsSorting, sortDirection }) => (
        <>
          <span
            className={cx(
              "inline-flex items-center gap-1",
              allowsSorting && "cursor-default hover:text-text",
            )}
          >
            {children}
            {sortDirection === "ascending" ? <ArrowUp aria-hidden className="size-3.5 text-accent" /> : null}
            {sortDirection === "descending" ? (
              <ArrowDown aria-hidden className="size-3.5 text-accent" />
            ) : null}
          </span>
          {edge}
        </>
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

/** One cell; `label` says what it is where its heading cannot be seen. */
export function Cell({
  className,
  label,
  ...rest
}: Omit<AriaCellProps, "className"> & { className?: string; label?: string }) {
  const look = cx("focus-ring-inset px-2 py-(--row-padding,4px)", className);
  return <AriaCell {...rest} data-label={label} className={look} />;
}
