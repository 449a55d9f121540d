import type { Density, ListColumnSetting, ListName } from "@/lib/configuration/list-view";
import { initialListSettings } from "@/lib/configuration/list-view";
import { nameKey } from "@/lib/configuration/text-rules";
import { canBeText } from "@/lib/server/db/bounds";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** What a view says of its list. */
export interface ListViewContent {
  readonly name: string;
  readonly isShared: boolean;
  readonly where: readonly string[];
  readonly match: "all" | "any";
  readonly sort: string;
  readonly columns: readonly ListColumnSetting[] | null;
}

/** A view as it is stored. */
export interface StoredListView extends ListViewContent {
  readonly id: string;
  readonly list: ListName;
  readonly userId: string;
  /** Name of its user. */
  readonly owner: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** How a user sees a list. */
export interface StoredListSettings {
  readonly columns: readonly ListColumnSetting[] | null;
  readonly rowsPerPage: number;
  readonly density: Density;
  readonly defaultView: StoredListView | null;
}

const withOwner = { user: { select: { username: true, displayUsername: true } } } as const;
type Row = Prisma.ListViewGetPayload<{ include: typeof withOwner }>;

function stored({ user, nameKey: _, ...row }: Row): StoredListView {
  return {
    ...row,
    list: row.list as ListName,
    match: row.match === "any" ? "any" : "all",
    columns: columnsOf(row.columns),
    owner: user.displayUsername ?? user.username,
  };
}

const columnsOf = (value: unknown) => value as readonly ListColumnSetting[] | null;

function columnsJson(columns: readonly ListColumnSetting[] | null) {
  return columns === null ? Prisma.DbNull : columns.map(({ id, width }) => ({ id, width }));
}

function data({ columns, where, name, ...content }: ListViewContent) {
  return { ...content, name, nameKey: nameKey(name), where: [...where], columns: columnsJson(columns) };
}

/** The views of a list that a user may open: their own by name, then those of others that are shared, at most so many. */
export async function listListViews(
  transaction: Transaction,
  list: ListName,
  userId: string,
  mostShared: number,
): Promise<StoredListView[]> {
  const orderBy = [{ nameKey: "asc" }, { id: "asc" }] as const;
  const query = { orderBy: [...orderBy], include: withOwner };
  const own = await transaction.listView.findMany({ ...query, where: { list, userId } });
  const shared = await transaction.listView.findMany({
    ...query,
    where: { list, isShared: true, userId: { not: userId } },
    take: mostShared,
  });
  return [...own, ...shared].map(stored);
}

/** The view with that id, or null. */
export async function findListView(transaction: Transaction, id: string): Promise<StoredListView | null> {
  if (!canBeText(id)) return null;
  const row = await transaction.listView.findUnique({ where: { id }, include: withOwner });
  return row && stored(row);
}

/** How many views of a list a user has. */
export function countListViews(transaction: Transaction, list: ListName, userId: string): Promise<number> {
  return transaction.listView.count({ where: { list, userId } });
}

/** Stores a new view. Fails with a unique violation when the user has a view of that name for the list. */
export async function insertListView(
  transaction: Transaction,
  { id, list, userId, at }: { id: string; list: ListName; userId: string; at: Date },
  content: ListViewContent,
): Promise<StoredListView> {
  const row = await transaction.listView.create({
    data: { id, list, userId, createdAt: at, updatedAt: at, ...data(content) },
    include: withOwner,
  });
  return stored(row);
}

/**
 * Stores the next version of a view. A view that is shared no more is the default of nobody else.
 * @returns false when somebody else has stored another version since it was read
 */
export async function saveListView(
  transaction: Transaction,
  before: StoredListView,
  content: ListViewContent,
  at: Date,
): Promise<boolean> {
  const { id, version, userId } = before;
  const { count } = await transaction.listView.updateMany({
    where: { id, version },
    data: { ...data(content), version: version + 1, updatedAt: at },
  });
  if (count > 0 && !content.isShared) {
    await transaction.listSetting.updateMany({
      where: { defaultViewId: id, userId: { not: userId } },
      data: { defaultViewId: null },
    });
  }
  return count > 0;
}

/** Deletes a view; whose default it was has none. */
export async function deleteListView(transaction: Transaction, id: string): Promise<void> {
  await transaction.listView.deleteMany({ where: { id } });
}

/** How a user sees a list; as at first where nothing is remembered. */
export async function readListSettings(
  transaction: Transaction,
  list: ListName,
  userId: string,
): Promise<StoredListSettings> {
  const row = await transaction.listSetting.findUnique({
    where: { userId_list: { userId, list } },
    include: { defaultView: { include: withOwner } },
  });
  if (!row) return { ...initialListSettings, defaultView: null };
  return {
    columns: columnsOf(row.columns),
    rowsPerPage: row.rowsPerPage,
    density: row.density === "compact" ? "compact" : "comfortable",
    defaultView: openTo(userId, row.defaultView),
  };
}

/** The view, unless it is one of somebody else who shares it no more. */
function openTo(userId: string, view: Row | null): StoredListView | null {
  return view && (view.userId === userId || view.isShared) ? stored(view) : null;
}

/** What is remembered of a list from now on; absent stays whatever it is by then. */
export interface ListSettingsChange {
  readonly columns?: readonly ListColumnSetting[] | null | undefined;
  readonly rowsPerPage?: number | undefined;
  readonly density?: Density | undefined;
  readonly defaultViewId?: string | null | undefined;
}

/** Remembers how a user sees a list. Fails with a reference violation when the default view is gone. */
export async function saveListSettings(
  transaction: Transaction,
  list: ListName,
  userId: string,
  { columns, rowsPerPage, density, defaultViewId }: ListSettingsChange,
): Promise<void> {
  const values = {
    ...(columns === undefined ? {} : { columns: columnsJson(columns) }),
    ...(rowsPerPage === undefined ? {} : { rowsPerPage }),
    ...(density === undefined ? {} : { density }),
    ...(defaultViewId === undefined ? {} : { defaultViewId }),
  };
  await transaction.listSetting.upsert({
    where: { userId_list: { userId, list } },
    create: { userId, list, ...values },
    update: values,
  });
}
