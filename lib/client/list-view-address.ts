import type { ListSettingsDto, ListViewDto } from "@/lib/contract/list-view";

type Shown = Pick<ListViewDto, "where" | "match" | "sort">;

/** The query part of the address under which a list shows what a view says; never empty, so that it stands for itself. */
export function viewSearch({ where, match, sort }: Shown): string {
  const search = new URLSearchParams(where.map((condition) => ["where", condition]));
  if (match === "any") search.set("match", match);
  search.set("sort", sort);
  return `?${search}`;
}

/** The query part under which a list shows everything, also to somebody whose default view shows less. */
export function wholeSearch(sort: string): string {
  return viewSearch({ where: [], match: "all", sort });
}

/** The address of a list opened by its default view. It names the view, so that its columns are shown too. */
export function defaultViewAddress(path: string, view: Shown & Pick<ListViewDto, "id">): string {
  return `${path}${viewSearch(view)}&view=${encodeURIComponent(view.id)}`;
}

/**
 * The columns that are shown: those of the default view where the address was opened by it, otherwise those that the
 * person chose last. The view of somebody else means nothing to them.
 * @param opened the view that the address names
 */
export function shownColumns(
  { columns, defaultView }: Pick<ListSettingsDto, "columns"> & Partial<Pick<ListSettingsDto, "defaultView">>,
  opened: string | null,
): ListSettingsDto["columns"] {
  return defaultView && defaultView.id === opened ? defaultView.columns : columns;
}

/** Whether two views, or a view and what a list shows, find the same in the same order. */
export function showsTheSame(one: Shown, other: Shown): boolean {
  const isMatchEqual = one.match === other.match || one.where.length < 2;
  return isMatchEqual && one.sort === other.sort && JSON.stringify(one.where) === JSON.stringify(other.where);
}
