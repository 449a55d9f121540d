"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import { FilterChips } from "@/components/console/find-and-list/filter-chips";
import { FilterForm } from "@/components/console/find-and-list/filter-form";
import { ListError } from "@/components/console/find-and-list/list-error";
import { ListSkeleton } from "@/components/console/find-and-list/list-skeleton";
import { ListTable } from "@/components/console/find-and-list/list-table";
import { Pager } from "@/components/console/find-and-list/pager";
import { SavedViews } from "@/components/console/find-and-list/saved-views";
import { SelectionBar } from "@/components/console/find-and-list/selection-bar";
import { StickyBar } from "@/components/console/find-and-list/sticky-bar";
import { tellWhatIsCut } from "@/components/console/find-and-list/tell-what-is-cut";
import type {
  ListColumn,
  ListField,
  ListPage,
  ListQuery,
  ListSelection,
} from "@/components/console/find-and-list/types";
import { useListSettings } from "@/components/console/find-and-list/use-list-settings";
import { useListState } from "@/components/console/find-and-list/use-list-state";
import { useRowKeys } from "@/components/console/find-and-list/use-row-keys";
import { useSelection } from "@/components/console/find-and-list/use-selection";
import { ViewMenu } from "@/components/console/find-and-list/view-menu";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { TableArea } from "@/components/ui/table-area";
import { arrangedColumns, type ListName } from "@/lib/configuration/list-view";

export type FindAndListProps<Item> = {
  /** Names the list where the server remembers how the person sees it. */
  resource: ListName;
  /** What is listed, in the plural and in the person's language. */
  objects: string;
  fields: readonly ListField[];
  columns: readonly ListColumn<Item>[];
  /** The feature's query hook. It keeps the rows of before while newer ones are on their way. */
  useList: (query: ListQuery, resource: ListName) => ListPage<Item>;
  rowKey: (item: Item) => string;
  /** The page of a row. */
  rowHref?: (item: Item) => string;
  /** Rows that no action applies to cannot be selected. */
  isSelectable?: (item: Item) => boolean;
  /** Buttons for the selected rows; without it rows are not selectable. */
  selectionActions?: (selection: ListSelection, clear: () => void) => ReactNode;
  /** Takes the place of the list, of which it shows the rows of the page in its own way; null: the list is shown. */
  instead?: ((items: readonly Item[], columns: readonly ListColumn<Item>[]) => ReactNode) | null;
  /** Shown when there is nothing at all: what this is, and the next step. */
  empty: ReactNode;
  initialSort?: string;
};

/** *Find and List*: search rows, a table of what they find, paging. Everything but the look is in the address. */
export function FindAndList<Item>({
  resource,
  objects,
  fields,
  columns,
  useList,
  rowKey,
  rowHref,
  isSelectable,
  selectionActions,
  instead = null,
  empty,
  initialSort = "name",
}: FindAndListProps<Item>) {
  const t = useTranslations();
  const tableArea = useRef<HTMLDivElement>(null);
  const searchText = useRef<HTMLInputElement>(null);
  const { settings, change } = useListSettings(resource);
  const state = useListState(fields, initialSort, settings.rowsPerPage);
  const { query } = state;
  const page = useList(query, resource);
  const items = page.items ?? [];
  const selection = useSelection(query, page.total);
  useRowKeys(tableArea, searchText);

  const shown = useMemo(() => arrangedColumns(columns, settings.columns), [columns, settings.columns]);
  if (instead) return instead(items, shown);
  const isFiltered = query.where.length > 0;
  const nothingMatches = (
    <EmptyState icon={<SearchX aria-hidden />} title={t("findAndList.nothingMatches")}>
      {t("findAndList.nothingMatchesBody")}
    </EmptyState>
  );
  return (
    <>
      <FilterForm objects={objects} fields={fields} query={query} onFind={state.find} textRef={searchText} />
      <FilterChips fields={fields} query={query} onFind={state.find} />
      <StickyBar>
        <div className="min-w-0 flex-1">
          <SelectionBar
            state={selection}
            rowsOnPage={items.filter((item) => isSelectable?.(item) ?? true).length}
            total={page.total}
            actions={selectionActions && ((chosen) => selectionActions(chosen, selection.clear))}
          />
        </div>
        <SavedViews
          list={resource}
          query={query}
          settings={settings}
          onOpen={(view) => {
            change({ columns: view.columns });
            void state.open(view);
          }}
        />
        <ViewMenu settings={settings} onChange={change} columns={columns} shown={shown} />
      </StickyBar>
      {page.error === null ? null : <ListError reason={page.error} retry={page.retry} />}
      {page.isPending ? <ListSkeleton label={t("findAndList.loading")} /> : null}
      {page.items === undefined ? null : (
        <TableArea
          ref={tableArea}
          onPointerOver={tellWhatIsCut}
          isBusy={page.isFetching ?? false}
          className={cx(
            settings.density === "compact" ? "[--row-padding:1px]" : "[--row-padding:4px]",
            page.isFetching && "opacity-60 transition-opacity delay-150",
          )}
        >
          <ListTable
            label={t("findAndList.title", { objects })}
            columns={shown}
            onWidth={(id, width) =>
              change({
                columns: shown.map((column) => ({
                  id: column.id,
                  width: column.id === id ? width : column.width,
                })),
              })
            }
            items={items}
            rowKey={rowKey}
            rowHref={rowHref}
            isSelectable={isSelectable}
            sort={query.sort}
            onSort={state.sortBy}
            selectedKeys={selectionActions ? (selection.isAllMatching ? "all" : selection.keys) : null}
            onSelect={selection.select}
            empty={isFiltered ? nothingMatches : empty}
          />
        </TableArea>
      )}
      <Pager
        state={state}
        rowsOnPage={items.length}
        total={page.total}
        nextCursor={page.nextCursor}
        isChanging={page.isFetching ?? false}
        onLimit={(rowsPerPage) => {
          change({ rowsPerPage });
          void state.goFirst();
        }}
      />
    </>
  );
}
