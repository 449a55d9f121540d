import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { Home } from "@/components/home/home";
import { shownChanges } from "@/components/home/shown-changes";
import { serverQueries } from "@/lib/server/pages/prefetch";

export default async function HomePage() {
  const queryClient = new QueryClient();
  const queries = await serverQueries();
  await queryClient.prefetchQuery(
    queries.change.list.queryOptions({ input: { query: { limit: shownChanges } } }),
  );
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Home />
    </HydrationBoundary>
  );
}
