"use client";

import { type CSSProperties, type ReactNode, useMemo } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import { ColumnEdge } from "@/components/console/find-and-list/column-width";
import type { ColumnRoom, ListColumn } from "@/components/console/find-and-list/types";
import { useNavigate } from "@/components/console/navigation-guard";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";

type ListTableProps<Item> = {
  label: string;
  columns: readonly (ListColumn<Item> & { width: number | null })[];
  /** A column is made so wide; null: as wide as what is in it. */
  onWidth: (column: string, width: number | null) => void;
  items: readonly Item[];
  rowKey: (item: Item) => string;
  rowHref: ((item: Item) => string) | undefined;
  isSelectable: ((item: Item) => boolean) | undefined;
  sort: string;
  onSort: (sort: string) => void;
  /** null when nothing can be done with selected rows. */
  selectedKeys: ReadonlySet<string> | "all" | null;
  onSelect: (keys: ReadonlySet<string>) => void;
  empty: ReactNode;
};

/** Each row is one line; what is longer is cut, and told in full to the pointer that rests on it. */
const oneLine = "max-w-[clamp(8rem,12vw,20rem)] truncate";
const longLine = "max-w-[clamp(12rem,32vw-10rem,24rem)] truncate";
/** As wide as the others leave it, and never less than is worth reading; a card has room for all. */
const restOfLine = "sm:w-full sm:max-w-0 sm:min-w-32 truncate";

/** How much of its line a column may take whose width nobody chose. */
function lineOf({ room, isRowHeader = false }: { room?: ColumnRoom; isRowHeader?: boolean }): string {
  if (room === "rest") return restOfLine;
  return room === "more" || isRowHeader ? longLine : oneLine;
}

/** A width that was chosen; in a narrow window, where rows are cards, it means nothing. */
const ownWidth = "sm:w-(--width) sm:min-w-(--width) sm:max-w-(--width) truncate";
const widthStyle = (width: number | null) =>
  width === null ? {} : { style: { "--width": `${width}px` } as CSSProperties };

/** The rows of a list: sortable headings, check boxes, and the first column leads to the row's page. */
export function ListTable<Item>({
  label,
  columns,
  onWidth,
  items,
  rowKey,
  rowHref,
  isSelectable,
  sort,
  onSort,
  selectedKeys,
  onSelect,
  empty,
}: ListTableProps<Item>) {
  const navigate = useNavigate();
  const isDescending = sort.startsWith("-");
  const sortField = isDescending ? sort.slice(1) : sort;
  const canSelect = selectedKeys !== null;
  const selectable = items.filter((item) => isSelectable?.(item) ?? true).map(rowKey);
  const locked = items.map(rowKey).filter((key) => !selectable.includes(key));
  // Rows stay as they were drawn while they and their columns are the same: whoever selects one does not wait for the others.
  const rows = useMemo(() => items.map((item) => ({ key: rowKey(item), item })), [items, rowKey]);
  const hrefs = rowHref && new Map(rows.map(({ key, item }) => [key, rowHref(item)]));
  return (
    <Table
      aria-label={label}
      selectionMode={canSelect ? "multiple" : "none"}
      selectedKeys={selectedKeys === "all" ? selectable : (selectedKeys ?? [])}
      onSelectionChange={(keys) => onSelect(new Set(keys === "all" ? selectable : [...keys].map(String)))}
      disabledKeys={locked}
      disabledBehavior="selection"
      sortDescriptor={{ column: sortField, direction: isDescending ? "descending" : "ascending" }}
      {...(hrefs === undefined ? {} : { onRowAction: (key) => navigate(hrefs.get(String(key)) ?? "") })}
      onSortChange={({ column, direction }) => onSort(`${direction === "descending" ? "-" : ""}${column}`)}
    >
      <TableHeader>
        {canSelect ? (
          <Column part="select" className="w-10 ps-4">
            <Checkbox slot="selection" />
          </Column>
        ) : null}
        {columns.map((column) => (
          <Column
            key={column.id}
            id={column.sortField ?? column.id}
            isRowHeader={column.isRowHeader ?? false}
            allowsSorting={column.sortField !== undefined}
            {...widthStyle(column.width)}
            className={cx(
              "relative",
              column.width !== null && ownWidth,
              column.isNumber && "text-end!",
              !canSelect && "sm:first:ps-4",
              "last:pe-4",
            )}
            edge={<ColumnEdge onWidth={(width) => onWidth(column.id, width)} />}
          >
            {column.label}
          </Column>
        ))}
      </TableHeader>
      <TableBody items={rows} dependencies={[columns, canSelect, rowHref]} renderEmptyState={() => empty}>
        {({ key, item }) => {
          const href = rowHref?.(item);
          return (
            <Row id={key}>
              {canSelect ? (
                <Cell part="select" className="ps-4">
                  <Checkbox slot="selection" />
                </Cell>
              ) : null}
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  {...(column.isRowHeader ? { part: "name" } : { label: column.label })}
                  {...widthStyle(column.width)}
                  className={cx(
                    column.width !== null ? ownWidth : lineOf(column),
                    column.isNumber && "text-end",
                    !canSelect && "sm:first:ps-4",
                    "last:pe-4",
                  )}
                >
                  {column.isRowHeader && href !== undefined ? (
                    <AriaLink
                      href={href}
                      className="focus-ring rounded-xs font-medium text-accent-text hover:underline"
                    >
                      {column.render(item)}
                    </AriaLink>
                  ) : (
                    column.render(item)
                  )}
                </Cell>
              ))}
            </Row>
          );
        }}
      </TableBody>
    </Table>
  );
}
