import { HydrationBoundary } from "@tanstack/react-query";
import { PartitionPages } from "@/components/partition/partition-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function PartitionRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("partition", props);
  return (
    <HydrationBoundary state={state}>
      <PartitionPages {...page} />
    </HydrationBoundary>
  );
}
