"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { DragAndDropHooks } from "react-aria-components/useDragAndDrop";
import type { FocusWish, ListId, ListRow } from "@/components/console/two-lists/list-rows";
import { Badge } from "@/components/ui/badge";
import { GridList, GridListItem } from "@/components/ui/grid-list";

type OrderedListProps = {
  id: ListId;
  label: string;
  /** How many there are, or what the order means. */
  hint: ReactNode;
  rows: readonly ListRow[];
  isNumbered?: boolean;
  currentKey: string | null;
  onCurrent: (key: string) => void;
  /** Does what the keys mean for the row; answers whether they mean something. */
  onRowKeys: (event: KeyboardEvent, row: ListRow, position: number) => boolean;
  focusWish: FocusWish | null;
  /** Without them the list is for reading. */
  dragAndDropHooks: DragAndDropHooks | undefined;
  empty: string;
};

function rowOf(area: HTMLElement | null, key: string): HTMLElement | null {
  return area?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

/** Scrolls the list, and not the page, until the row is seen. */
function reveal(row: HTMLElement | null) {
  const list = row?.closest("[role=grid]");
  if (!row || !list) return;
  const { top, bottom } = row.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  list.scrollTop += Math.min(0, top - frame.top) + Math.max(0, bottom - frame.bottom);
}

/** One of two lists with arrows between them. */
export function OrderedList(props: OrderedListProps) {
  const { id, label, hint, rows, currentKey, onCurrent, onRowKeys, focusWish, dragAndDropHooks } = props;
  const t = useTranslations("configuration.lists");
  const headingId = useId();
  const area = useRef<HTMLDivElement>(null);
  const granted = useRef<FocusWish | null>(null);

  useEffect(() => {
    // A row that came or moved is in the page only after react-aria has rendered the list once more.
    const frame = requestAnimationFrame(() => {
      const wish = focusWish?.list === id ? focusWish : null;
      if (wish && wish !== granted.current) rowOf(area.current, wish.key)?.focus();
      granted.current = wish;
      if (currentKey !== null) reveal(rowOf(area.current, currentKey));
    });
    return () => cancelAnimationFrame(frame);
  }, [focusWish, id, currentKey]);

  function handleKeys(event: KeyboardEvent) {
    // Keys of the drag handle inside a row are its own.
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute("role") !== "row") return;
    const { key } = event.target.dataset;
    const position = rows.findIndex((candidate) => candidate.key === key);
    const row = rows[position];
    if (!row || !onRowKeys(event, row, position)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex flex-col">
        <span id={headingId} className="font-medium">
          {label}
        </span>
        <span className="text-xs text-muted">{hint}</span>
      </div>
      {/* Before react-aria, for which Enter selects and Alt with an arrow only moves the focus. */}
      <div ref={area} role="presentation" onKeyDownCapture={handleKeys}>
        <GridList
          aria-labelledby={headingId}
          items={rows.map((row, position) => ({ ...row, id: row.key, position }))}
          // Rows show their position and marks, which change without their own data.
          dependencies={[rows, currentKey]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={currentKey === null ? [] : [currentKey]}
          onSelectionChange={(keys) => {
            if (keys === "all") return;
            for (const key of keys) onCurrent(String(key));
          }}
          {...(dragAndDropHooks ? { dragAndDropHooks } : {})}
          renderEmptyState={() => <p className="p-2 text-muted">{props.empty}</p>}
          className="h-80"
        >
          {({ text, shortText = text, mark, position }) => (
            <GridListItem
              textValue={text}
              dragLabel={dragAndDropHooks ? t("drag", { name: shortText }) : undefined}
            >
              {props.isNumbered ? (
                <span className="w-5 shrink-0 text-end text-muted">{position + 1}</span>
              ) : null}
              <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
              {mark === undefined ? null : <Badge>{mark}</Badge>}
            </GridListItem>
          )}
        </GridList>
      </div>
    </div>
  );
}
