import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import type { ListRequest } from "@/lib/client/list";

/** One page of users. */
export function usersQuery(query: ListRequest) {
  return queries.user.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** One user. */
export function userQuery(name: string) {
  return queries.user.get.queryOptions({ input: { params: { name } } });
}

/** The history of a user. */
export function userRevisionsQuery(name: string) {
  return queries.user.revisions.queryOptions({ input: { params: { name } } });
}

export const createUserMutation = () => queries.user.create.mutationOptions();
export const updateUserMutation = () => queries.user.update.mutationOptions();
export const removeUserMutation = () => queries.user.remove.mutationOptions();

/** Makes everything about users be read again: what is shown at once, or (no `refetch`) when next shown. */
export function refreshUsers(client: QueryClient, { refetch = true } = {}): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.user.key(), refetchType: refetch ? "active" : "none" });
}
