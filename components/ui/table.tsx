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
 * A dense table; rows and cells are reached with the arrow keys. In a narrow window each row is a card, whose cells say
 * what they are.
 */
export function Table(props: Omit<AriaTableProps, "className">) {
  return <AriaTable {...props} className="rows-as-cards w-full border-collapse text-start outline-none" />;
}

/** The row of column headings; it stays in view, below what stays there too, while the page scrolls. */
export function TableHeader<Item extends object>(props: Omit<AriaTableHeaderProps<Item>, "className">) {
  return <AriaTableHeader<Item> {...props} className="sticky top-(--sticky-top) z-10 max-lg:static" />;
}

/** The rows. */
export function TableBody<Item extends object>(props: Omit<AriaTableBodyProps<Item>, "className">) {
  return <AriaTableBody<Item> {...props} />;
}

/**
 * A column heading; a sortable one shows the direction and sorts on click or Enter. `edge` lies at its end. Where rows
 * are cards only those are seen with which something can be done.
 */
export function Column({
  children,
  className,
  edge,
  part,
  ...rest
}: Omit<AriaColumnProps, "className" | "children"> & {
  children?: ReactNode;
  className?: string;
  edge?: ReactNode;
  /** It selects all rows. */
  part?: "select";
}) {
  return (
    <AriaColumn
      {...rest}
      {...(rest.allowsSorting || part === "select" ? {} : { "data-plain": true })}
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

type OwnCellProps = Omit<AriaCellProps, "className" | "children"> & {
  children: ReactNode;
  className?: string;
} & (
    | {
        /** The words of its heading, which cannot be seen where rows are cards. */
        label: string;
        part?: never;
      }
    | {
        /** The head of its card: what the row is about, or the box that selects it. */
        part: "name" | "select";
        label?: never;
      }
  );

/** One cell. */
export function Cell({ className, label, part, children, ...rest }: OwnCellProps) {
  const look = cx("focus-ring-inset px-2 py-(--row-padding,4px)", className);
  return (
    <AriaCell {...rest} data-label={label} data-part={part} className={look}>
      {part === "select" ? children : <div className="sm:contents">{children}</div>}
    </AriaCell>
  );
}
