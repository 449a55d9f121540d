import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { MyAccount } from "@/components/my-account/my-account";
import { signedInSession } from "@/lib/server/pages/current-session";
import { serverQueries } from "@/lib/server/pages/prefetch";

export default async function MyAccountPage() {
  const { name, fullName, role } = await signedInSession();
  const queryClient = new QueryClient();
  const { apiKey } = await serverQueries();
  await queryClient.prefetchQuery(apiKey.list.queryOptions({ input: { query: {} } }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MyAccount account={{ name, fullName, role }} />
    </HydrationBoundary>
  );
}
