import { HydrationBoundary } from "@tanstack/react-query";
import { RoutePatternPages } from "@/components/route-pattern/route-pattern-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function RoutePatternRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("routePattern", props);
  return (
    <HydrationBoundary state={state}>
      <RoutePatternPages {...page} />
    </HydrationBoundary>
  );
}
