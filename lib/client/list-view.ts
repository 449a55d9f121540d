import type { QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import type { ListName } from "@/lib/configuration/list-view";

/** How the signed-in person sees a list. */
export function listSettingsQuery(list: ListName) {
  return queries.listView.settings.queryOptions({ input: { params: { list } }, staleTime: Infinity });
}

/** The views of a list: own ones, and those that others share. */
export function listViewsQuery(list: ListName) {
  return queries.listView.list.queryOptions({ input: { query: { list } } });
}

export const setListSettingsMutation = () => queries.listView.setSettings.mutationOptions();
export const createListViewMutation = () => queries.listView.create.mutationOptions();
export const updateListViewMutation = () => queries.listView.update.mutationOptions();
export const removeListViewMutation = () => queries.listView.remove.mutationOptions();

/** Makes views and settings be read again after a change. */
export function refreshListViews(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.listView.key() });
}
