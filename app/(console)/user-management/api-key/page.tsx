import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { ApiKeys } from "@/components/api-key/api-keys";
import { signedInActor } from "@/lib/server/pages/current-session";
import { serverQueries } from "@/lib/server/pages/prefetch";

export default async function ApiKeyPage() {
  const { role } = await signedInActor();
  const queryClient = new QueryClient();
  const { apiKey } = await serverQueries();
  await queryClient.prefetchQuery(apiKey.list.queryOptions({ input: { query: {} } }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ApiKeys role={role} />
    </HydrationBoundary>
  );
}
