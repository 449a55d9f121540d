"use client";

import type { ReactNode } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import type { ListColumn } from "@/components/console/find-and-list/types";
import { useNavigate } from "@/components/console/navigation-guard";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";

type ListTableProps<Item> = {
  label: string;
  columns: readonly ListColumn<Item>[];
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

/** The rows of a list: sortable headings, check boxes, and the first column leads to the row's page. */
export function ListTable<Item>({
  label,
  columns,
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
  return (
    <Table
      aria-label={label}
      selectionMode={canSelect ? "multiple" : "none"}
      selectedKeys={selectedKeys === "all" ? selectable : (selectedKeys ?? [])}
      onSelectionChange={(keys) => onSelect(new Set(keys === "all" ? selectable : [...keys].map(String)))}
      disabledKeys={locked}
      disabledBehavior="selection"
      sortDescriptor={{ column: sortField, direction: isDescending ? "descending" : "ascending" }}
      onSortChange={({ column, direction }) => onSort(`${direction === "descending" ? "-" : ""}${column}`)}
    >
      <TableHeader>
        {canSelect ? (
          <Column className="w-10 ps-4">
            <Checkbox slot="selection" />
          </Column>
        ) : null}
        {columns.map((column) => (
          <Column
            key={column.id}
            id={column.sortField ?? column.id}
            isRowHeader={column.isRowHeader ?? false}
            allowsSorting={column.sortField !== undefined}
            className={cx(column.isNumber && "text-end!", !canSelect && "first:ps-4", "last:pe-4")}
          >
            {column.label}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => empty}>
        {items.map((item) => {
          const href = rowHref?.(item);
          return (
            <Row
              key={rowKey(item)}
              id={rowKey(item)}
              {...(href === undefined ? {} : { onAction: () => navigate(href) })}
            >
              {canSelect ? (
                <Cell className="ps-4">
                  <Checkbox slot="selection" />
                </Cell>
              ) : null}
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  className={cx(column.isNumber && "text-end", !canSelect && "first:ps-4", "last:pe-4")}
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
        })}
      </TableBody>
    </Table>
  );
}
