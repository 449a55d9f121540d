import { initialListSettings, pageSizes } from "@/lib/configuration/list-view";
import type { ListSettingsDto, ListViewDto } from "@/lib/contract/list-view";
import type { StoredListSettings, StoredListView } from "@/lib/server/db/list-view";

/** A view as the API answers it to a user. */
export function toListViewDto(view: StoredListView, userId: string): ListViewDto {
  const { where, columns, updatedAt, userId: ownerId, ...rest } = view;
  return {
    id: rest.id,
    list: rest.list,
    name: rest.name,
    isShared: rest.isShared,
    where: [...where],
    match: rest.match,
    sort: rest.sort,
    columns: columns === null ? null : columns.map((column) => ({ ...column })),
    owner: rest.owner,
    isOwn: ownerId === userId,
    version: rest.version,
    updatedAt: updatedAt.toISOString(),
  };
}

/** How a user sees a list, as the API answers it. */
export function toListSettingsDto(settings: StoredListSettings, userId: string): ListSettingsDto {
  const { columns, rowsPerPage, density, defaultView } = settings;
  return {
    columns: columns === null ? null : columns.map((column) => ({ ...column })),
    rowsPerPage: pageSizes.find((size) => size === rowsPerPage) ?? initialListSettings.rowsPerPage,
    density,
    defaultView: defaultView && toListViewDto(defaultView, userId),
  };
}
