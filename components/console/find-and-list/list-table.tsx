"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { headingLook, ListHeading } from "@/components/console/find-and-list/list-heading";
import { ListRow, type ShownColumn } from "@/components/console/find-and-list/list-row";
import { useOneTabStop } from "@/components/console/find-and-list/use-one-tab-stop";
import { useRowEvents } from "@/components/console/find-and-list/use-row-events";
import { useNavigate } from "@/components/console/navigation-guard";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";

type ListTableProps<Item> = {
  label: string;
  columns: readonly ShownColumn<Item>[];
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

/**
 * The rows of a list: sortable headings, check boxes, and the first column leads to the row's page. A row is drawn anew when
 * something of it changes, and no other is: pages have hundreds.
 */
export function ListTable<Item>(props: ListTableProps<Item>) {
  const { label, columns, onWidth, items, rowKey, rowHref, isSelectable, sort, onSort } = props;
  const { selectedKeys, onSelect, empty } = props;
  const t = useTranslations("findAndList");
  const navigate = useNavigate();
  const id = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const canSelect = selectedKeys !== null;
  const keys = items.map(rowKey);
  const selectable = items.map((item) => isSelectable?.(item) ?? true);
  const selected = keys.map((key, index) =>
    selectedKeys === "all" ? selectable[index] === true : (selectedKeys?.has(key) ?? false),
  );
  const hrefs = rowHref && items.map(rowHref);
  const select = (places: ReadonlySet<number>) =>
    onSelect(new Set(keys.filter((_, place) => places.has(place))));
  const { onBox, listeners } = useRowEvents({
    rows: items,
    selectable,
    selected,
    canSelect,
    onSelect: select,
    onOpen: hrefs && ((index) => navigate(hrefs[index] ?? "")),
  });
  const keepOneTabStop = useOneTabStop(body, items, columns);
  const count = selected.filter(Boolean).length;
  const isAll = count > 0 && selectable.every((is, place) => !is || selected[place]);
  const selectId = `${id}-select`;
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are selected, and reached with the arrow keys
      role="grid"
      aria-label={label}
      {...(canSelect ? { "aria-multiselectable": true } : {})}
      className="rows-as-cards w-full border-collapse text-start outline-none"
    >
      <thead className="sticky top-(--sticky-top) z-10 max-lg:static">
        <tr>
          {canSelect ? (
            <th scope="col" className={cx(headingLook, "w-10 ps-4")}>
              <span id={selectId} hidden>
                {t("selectRow")}
              </span>
              <Checkbox
                aria-label={t("selectAll")}
                isSelected={isAll}
                isIndeterminate={count > 0 && !isAll}
                isDisabled={!selectable.includes(true)}
                onChange={(is) => onSelect(new Set(is ? keys.filter((_, place) => selectable[place]) : []))}
              />
            </th>
          ) : null}
          {columns.map((column) => (
            <ListHeading
              key={column.id}
              column={column}
              sort={sort}
              onSort={onSort}
              onWidth={(width) => onWidth(column.id, width)}
              isFirst={!canSelect}
            />
          ))}
        </tr>
      </thead>
      <tbody ref={body} onFocus={keepOneTabStop} {...listeners}>
        {items.map((item, index) => (
          <ListRow
            key={keys[index]}
            item={item}
            columns={columns}
            index={index}
            href={hrefs?.[index]}
            canSelect={canSelect}
            isSelected={selected[index] === true}
            isLocked={selectable[index] !== true}
            nameId={`${id}-${encodeURIComponent(keys[index] ?? "")}`}
            selectId={selectId}
            onBox={onBox}
          />
        ))}
        {items.length > 0 ? null : (
          <tr>
            <td colSpan={columns.length + (canSelect ? 1 : 0)}>{empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
