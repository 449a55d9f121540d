import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";
import { saveHere, takeAwayHere } from "@/lib/client/done-here";
import type { ListRequest } from "@/lib/client/list";
import type { UserDto } from "@/lib/contract/user";

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

type UserUpdate = Parameters<typeof api.user.update>[0];

/** Stores a change of a user. */
export function updateUser(input: UserUpdate): Promise<UserDto> {
  const identity = { name: input.params.name, partition: null };
  const run = () => saveHere("user", identity, () => api.user.update(input));
  return input.body.name === undefined ? run() : takeAwayHere("user", identity, run);
}

/** Deletes a user. */
export function removeUser(name: string): Promise<void> {
  return takeAwayHere("user", { name, partition: null }, async () => {
    await api.user.remove({ params: { name } });
  });
}

/** Makes everything about users be read again: what is shown at once, or (no `refetch`) when next shown. */
export function refreshUsers(client: QueryClient, { refetch = true } = {}): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.user.key(), refetchType: refetch ? "active" : "none" });
}
