import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { longestPage } from "@/lib/client/list";
import { serverQueries } from "@/lib/server/pages/prefetch";

/** All service parameters, as the browser will ask for them. */
export async function serviceParametersState(): Promise<DehydratedState> {
  const client = new QueryClient();
  const { serviceParameter } = await serverQueries();
  await client.prefetchQuery(serviceParameter.list.queryOptions({ input: { query: longestPage } }));
  return dehydrate(client);
}
