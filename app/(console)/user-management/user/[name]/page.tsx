import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { UserPage } from "@/components/user/user-page";
import { isAllowed } from "@/lib/catalog/roles";
import { currentActor } from "@/lib/server/pages/current-session";
import { serverQueries } from "@/lib/server/pages/prefetch";

export default async function UserConfigurationPage({ params }: { params: Promise<{ name: string }> }) {
  const name = decodeURIComponent((await params).name);
  const actor = await currentActor();
  const queryClient = new QueryClient();
  const { user } = await serverQueries();
  const input = { params: { name } };
  await Promise.all([
    queryClient.prefetchQuery(user.get.queryOptions({ input })),
    queryClient.prefetchQuery(user.revisions.queryOptions({ input })),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <UserPage
        name={name}
        ownName={actor?.name ?? ""}
        mayUpdate={actor !== null && isAllowed(actor.role, "user", "update")}
      />
    </HydrationBoundary>
  );
}
