import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";

/** How a list is asked for: the query of `lib/contract/list.ts`, with everything given. */
export interface ListRequest {
  where: string[];
  match: "all" | "any";
  sort: string;
  limit: number;
  cursor?: string;
}

/** One page of softkey templates. */
export function softkeyTemplatesQuery(query: ListRequest) {
  return queries.softkeyTemplate.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** The templates to copy from, as many as one answer holds. */
export function originsQuery() {
  return softkeyTemplatesQuery({ where: [], match: "all", sort: "name", limit: 250 });
}

/** The names of all softkey templates that match, read page by page. */
export async function matchingSoftkeyTemplateNames(
  filter: Pick<ListRequest, "where" | "match">,
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { where, match } = filter;
    const query = { where, match, sort: "name", limit: 250, ...(cursor ? { cursor } : {}) };
    const page = await api.softkeyTemplate.list({ query });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
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
