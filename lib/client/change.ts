import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import type { ListRequest } from "@/lib/client/list";

/** How many objects of a change are shown on one page of them. */
export const changeObjectsOnPage = 50;

/** One page of changes. */
export function changesQuery(query: ListRequest) {
  return queries.change.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** The latest changes, newest first. */
export function latestChangesQuery(limit: number) {
  return queries.change.list.queryOptions({ input: { query: { limit } } });
}

/** A change with one page of its objects. */
export function changeQuery(id: string, cursor?: string) {
  const query = { limit: changeObjectsOnPage, ...(cursor === undefined ? {} : { cursor: Number(cursor) }) };
  return queries.change.get.queryOptions({
    input: { params: { id }, query },
    placeholderData: keepPreviousData,
  });
}

export const undoChangeMutation = () => queries.change.undo.mutationOptions();

/** Makes all changes be read again. */
export function refreshChanges(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.change.key() });
}
