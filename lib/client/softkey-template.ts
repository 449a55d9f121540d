import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";

import { type ListRequest, longestPage, matchingNames } from "@/lib/client/list";

/** One page of softkey templates. */
export function softkeyTemplatesQuery(query: ListRequest) {
  return queries.softkeyTemplate.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** The templates to copy from, as many as one answer holds. */
export function originsQuery() {
  return softkeyTemplatesQuery(longestPage);
}

/** The names of all softkey templates that match. */
export function matchingSoftkeyTemplateNames(
  filter: Pick<ListRequest, "where" | "match">,
): Promise<string[]> {
  return matchingNames((query) => api.softkeyTemplate.list({ query }), filter);
}

/** One softkey template. */
export function softkeyTemplateQuery(name: string) {
  return queries.softkeyTemplate.get.queryOptions({ input: { params: { name } } });
}

/** The history of a softkey template. */
export function softkeyTemplateRevisionsQuery(name: string) {
  return queries.softkeyTemplate.revisions.queryOptions({ input: { params: { name } } });
}

/** The objects that use a softkey template. */
export function softkeyTemplateDependenciesQuery(name: string) {
  return queries.softkeyTemplate.dependencies.queryOptions({ input: { params: { name } } });
}

export const createSoftkeyTemplateMutation = () => queries.softkeyTemplate.create.mutationOptions();
export const updateSoftkeyTemplateMutation = () => queries.softkeyTemplate.update.mutationOptions();
export const removeSoftkeyTemplateMutation = () => queries.softkeyTemplate.remove.mutationOptions();
export const restoreSoftkeyTemplateMutation = () => queries.softkeyTemplate.restore.mutationOptions();

/** Makes everything about softkey templates be read again: what is shown at once, or (no `refetch`) when next shown. */
export function refreshSoftkeyTemplates(client: QueryClient, { refetch = true } = {}): Promise<void> {
  const queryKey = queries.softkeyTemplate.key();
  return client.invalidateQueries({ queryKey, refetchType: refetch ? "active" : "none" });
}
