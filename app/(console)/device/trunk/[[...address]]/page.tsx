import { HydrationBoundary } from "@tanstack/react-query";
import { TrunkPages } from "@/components/trunk/trunk-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function TrunkRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("trunk", props);
  return (
    <HydrationBoundary state={state}>
      <TrunkPages {...page} />
    </HydrationBoundary>
  );
}
