"use client";

import { type CSSProperties, memo, useMemo } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import type { ColumnRoom, ListColumn } from "@/components/console/find-and-list/types";
import { cx } from "@/components/ui/cx";
import { RowBox } from "@/components/ui/row-box";

/** A column as it is shown: as wide as somebody made it, or (null) as what is in it. */
export type ShownColumn<Item> = ListColumn<Item> & { width: number | null };

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
export const ownWidth = "sm:w-(--width) sm:min-w-(--width) sm:max-w-(--width) truncate";
export const widthStyle = (width: number | null) =>
  width === null ? undefined : ({ "--width": `${width}px` } as CSSProperties);

type ListRowProps<Item> = {
  item: Item;
  columns: readonly ShownColumn<Item>[];
  /** Its place on the page, from 0. */
  index: number;
  /** The page of the row. */
  href: string | undefined;
  canSelect: boolean;
  isSelected: boolean;
  /** No action applies to it. */
  isLocked: boolean;
  /** The id of the cell with the name of the row, and of the word for selecting. */
  nameId: string;
  selectId: string;
  /** Its box was pressed. */
  onBox: (index: number, isSelected: boolean) => void;
};

type RowCellProps<Item> = Pick<ListRowProps<Item>, "item" | "href" | "nameId" | "canSelect"> & {
  column: ShownColumn<Item>;
};

function RowCell<Item>({ item, column, href, nameId, canSelect }: RowCellProps<Item>) {
  const { isRowHeader = false } = column;
  return (
    <td
      {...(isRowHeader
        ? { id: nameId, role: "rowheader", "data-part": "name" }
        : { "data-label": column.label })}
      style={widthStyle(column.width)}
      className={cx(
        "px-2 py-(--row-padding,4px) last:pe-4",
        column.width !== null ? ownWidth : lineOf(column),
        column.isNumber && "text-end",
        !canSelect && "sm:first:ps-4",
      )}
    >
      <div className="sm:contents">
        {isRowHeader && href !== undefined ? (
          <AriaLink
            href={href}
            className="focus-ring rounded-xs font-medium text-accent-text hover:underline"
          >
            {column.render(item)}
          </AriaLink>
        ) : (
          column.render(item)
        )}
      </div>
    </td>
  );
}

function Row<Item>(props: ListRowProps<Item>) {
  const { item, columns, index, href, canSelect, isSelected, isLocked, nameId, selectId, onBox } = props;
  // That it is selected changes nothing of what is in it.
  const cells = useMemo(
    () => columns.map((column) => <RowCell key={column.id} {...{ item, column, href, nameId, canSelect }} />),
    [item, columns, href, nameId, canSelect],
  );
  return (
    <tr
      tabIndex={-1}
      data-index={index}
      aria-labelledby={nameId}
      {...(canSelect ? { "aria-selected": isSelected } : {})}
      className="focus-ring-inset border-b border-line hover:bg-hover/60 aria-selected:bg-accent-soft"
    >
      {canSelect ? (
        <td data-part="select" className="py-(--row-padding,4px) ps-4 pe-2">
          <RowBox
            isSelected={isSelected}
            isDisabled={isLocked}
            onChange={(is) => onBox(index, is)}
            aria-labelledby={`${selectId} ${nameId}`}
          />
        </td>
      ) : null}
      {cells}
    </tr>
  );
}

/** One row of a list; it stays as it was drawn while nothing of it changes, however many there are. */
export const ListRow = memo(Row) as typeof Row;
