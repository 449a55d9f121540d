import type { Resource } from "@/lib/catalog/roles";
import { configurationKinds } from "@/lib/configuration/dependencies";

/** The lists of the console that are not of a kind, and what a person must be permitted to read to see them. */
const otherLists = {
  callBackRequest: "phone",
  change: "softkeyTemplate",
  deviceAlarm: "phone",
  job: "job",
  user: "user",
} as const;

/** The lists of the console, by which their settings and views are kept. */
export const listNames = [
  ...configurationKinds,
  "callBackRequest",
  "change",
  "deviceAlarm",
  "job",
  "user",
] as const satisfies readonly ((typeof configurationKinds)[number] | keyof typeof otherLists)[];
export type ListName = (typeof listNames)[number];

/** What a person must be permitted to read to see a list. */
export function resourceOfList(list: ListName): Resource {
  return list in otherLists
    ? otherLists[list as keyof typeof otherLists]
    : (list as Exclude<ListName, keyof typeof otherLists>);
}

/** A column of a list, and how wide it is made; null: as wide as what is in it. */
export interface ListColumnSetting {
  readonly id: string;
  readonly width: number | null;
}

/** Row heights of lists. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** Choices of *Rows per Page*. */
export const pageSizes = [20, 50, 100, 150, 200, 250] as const;
export type PageSize = (typeof pageSizes)[number];

/** Bounds of what is kept of lists. Widths are in pixels. */
export const listViewLimits = {
  mostColumns: 60,
  minimumWidth: 48,
  maximumWidth: 1_200,
  mostConditions: 20,
  longestCondition: 300,
  /** Of one person and one list. */
  mostViews: 50,
} as const;

/** How a list looks until somebody changes it. */
export const initialListSettings = {
  columns: null,
  rowsPerPage: 50,
  density: "comfortable",
} as const satisfies {
  readonly columns: readonly ListColumnSetting[] | null;
  readonly rowsPerPage: PageSize;
  readonly density: Density;
};

/**
 * The columns of a list in the order and with the widths that somebody chose; what they did not know of, or had hidden,
 * stays away, and a column that names the row is always there, at the front when they do not have it.
 */
export function arrangedColumns<
  Column extends { readonly id: string; readonly isRowHeader?: boolean; readonly isHiddenAtFirst?: boolean },
>(
  columns: readonly Column[],
  chosen: readonly ListColumnSetting[] | null,
): readonly (Column & { readonly width: number | null })[] {
  if (chosen === null) {
    return columns
      .filter(({ isRowHeader, isHiddenAtFirst }) => isRowHeader === true || isHiddenAtFirst !== true)
      .map((column) => ({ ...column, width: null }));
  }
  const known = new Map(columns.map((column) => [column.id, column]));
  const arranged = chosen.flatMap(({ id, width }) => {
    const column = known.get(id);
    known.delete(id);
    return column ? [{ ...column, width }] : [];
  });
  const missing = [...known.values()].filter(({ isRowHeader }) => isRowHeader === true);
  return [...missing.map((column) => ({ ...column, width: null })), ...arranged];
}
