import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { userListPath } from "@/lib/client/paths";
import { Refusal } from "@/lib/server/errors";
import { decodedName, type SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** What every page of users starts with: what the browser will ask for, who looks, and what they may do. */
export interface UserPageData {
  state: DehydratedState;
  ownName: string;
  mayUpdate: boolean;
}

async function pageData(queryClient: QueryClient): Promise<UserPageData> {
  const actor = await signedInActor();
  return {
    state: dehydrate(queryClient),
    ownName: actor.name,
    mayUpdate: isAllowed(actor.role, "user", "update"),
  };
}

/**
 * The data of the page of a user. A name that no user has is answered with the page for that; what the person
 * may not read is left to the browser, which says so.
 * @param segment the name as it stands in the address
 */
export async function userPage(segment: string): Promise<UserPageData & { name: string }> {
  const queryClient = new QueryClient();
  const { user } = await serverQueries();
  const input = { params: { name: decodedName(segment) } };
  try {
    await queryClient.fetchQuery(user.get.queryOptions({ input }));
    await queryClient.prefetchQuery(user.revisions.queryOptions({ input }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "notFound") notFound();
  }
  return { ...(await pageData(queryClient)), name: input.params.name };
}

/** The data of *Find and List Users*: the page of the list that the address asks for. */
export async function userListPage(search: SearchParams): Promise<UserPageData> {
  const queryClient = new QueryClient();
  const { user } = await serverQueries();
  const query = await listPageQuery(queryClient, { list: "user", path: userListPath, search });
  await queryClient.prefetchQuery(user.list.queryOptions({ input: { query } }));
  return pageData(queryClient);
}

/** The data of *Add New* for users. */
export function newUserPage(): Promise<UserPageData> {
  return pageData(new QueryClient());
}
