import { HydrationBoundary } from "@tanstack/react-query";
import { RemoteClusterPages } from "@/components/remote-cluster/remote-cluster-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function RemoteClusterRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("remoteCluster", props);
  return (
    <HydrationBoundary state={state}>
      <RemoteClusterPages {...page} />
    </HydrationBoundary>
  );
}
