import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { isAllowed } from "@/lib/catalog/roles";
import { changeObjectsOnPage } from "@/lib/client/change";
import { changesPath } from "@/lib/client/paths";
import { Refusal } from "@/lib/server/errors";
import { decodedName, type SearchParams } from "@/lib/server/pages/address";
import { signedInActor } from "@/lib/server/pages/current-session";
import { listPageQuery } from "@/lib/server/pages/list-page";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** The data of *Find and List Changes*: the page of the list that the address asks for. */
export async function changeListPage(search: SearchParams): Promise<{ state: DehydratedState }> {
  const queryClient = new QueryClient();
  const { change } = await serverQueries();
  const asked = { list: "change", path: changesPath, search, initialSort: "-at" } as const;
  const query = await listPageQuery(queryClient, asked);
  await queryClient.prefetchQuery(change.list.queryOptions({ input: { query } }));
  return { state: dehydrate(queryClient) };
}

/**
 * The data of the page of a change; an id that no change has is answered with the page for that.
 * @param segment the id as it stands in the address
 */
export async function changePageData(
  segment: string,
): Promise<{ state: DehydratedState; id: string; mayUpdate: boolean }> {
  const queryClient = new QueryClient();
  const { change } = await serverQueries();
  const { role } = await signedInActor();
  const id = decodedName(segment);
  const input = { params: { id }, query: { limit: changeObjectsOnPage } };
  try {
    await queryClient.fetchQuery(change.get.queryOptions({ input }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "notFound") notFound();
  }
  return { state: dehydrate(queryClient), id, mayUpdate: isAllowed(role, "job", "update") };
}
