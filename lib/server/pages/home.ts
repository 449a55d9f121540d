import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { isAllowed } from "@/lib/catalog/roles";
import { shownChanges } from "@/lib/client/shown-changes";
import { signedInActor } from "@/lib/server/pages/current-session";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** The data of the start page: how the cluster stands and the latest changes; the top bar brings the other figures. */
export async function homePage(): Promise<{ state: DehydratedState; mayTry: boolean }> {
  const client = new QueryClient();
  const { change, overview } = await serverQueries();
  const { role } = await signedInActor();
  await Promise.all([
    client.prefetchQuery(change.list.queryOptions({ input: { query: { limit: shownChanges } } })),
    client.prefetchQuery(overview.get.queryOptions()),
  ]);
  return { state: dehydrate(client), mayTry: isAllowed(role, "phone", "update") };
}
