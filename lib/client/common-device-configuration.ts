import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";
import { type ListRequest, longestPage, matchingNames } from "@/lib/client/list";

const { commonDeviceConfiguration: resource } = queries;

/** One page of common device configurations. */
export function commonDeviceConfigurationsQuery(query: ListRequest) {
  return resource.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** The names of all common device configurations that match. */
export function matchingCommonDeviceConfigurationNames(
  filter: Pick<ListRequest, "where" | "match">,
): Promise<string[]> {
  return matchingNames((query) => api.commonDeviceConfiguration.list({ query }), filter);
}

/** One common device configuration. */
export function commonDeviceConfigurationQuery(name: string) {
  return resource.get.queryOptions({ input: { params: { name } } });
}

/** The history of a common device configuration. */
export function commonDeviceConfigurationRevisionsQuery(name: string) {
  return resource.revisions.queryOptions({ input: { params: { name } } });
}

/** The objects that use a common device configuration. */
export function commonDeviceConfigurationDependenciesQuery(name: string) {
  return resource.dependencies.queryOptions({ input: { params: { name } } });
}

/** The locales of a cluster, installed or not, as many as one answer holds. */
export function localesQuery() {
  return queries.locale.list.queryOptions({ input: { query: longestPage } });
}

export const createCommonDeviceConfigurationMutation = () => resource.create.mutationOptions();
export const updateCommonDeviceConfigurationMutation = () => resource.update.mutationOptions();
export const removeCommonDeviceConfigurationMutation = () => resource.remove.mutationOptions();
export const restoreCommonDeviceConfigurationMutation = () => resource.restore.mutationOptions();

/**
 * Makes everything about common device configurations be read again: what is shown at once, or (no `refetch`) when
 * next shown. Softkey templates tell what uses them, so they are too.
 */
export async function refreshCommonDeviceConfigurations(
  client: QueryClient,
  { refetch = true } = {},
): Promise<void> {
  const refetchType = refetch ? "active" : "none";
  await Promise.all([
    client.invalidateQueries({ queryKey: resource.key(), refetchType }),
    client.invalidateQueries({ queryKey: queries.softkeyTemplate.key(), refetchType }),
  ]);
}
