import { HydrationBoundary } from "@tanstack/react-query";
import { CtiRoutePointPages } from "@/components/cti-route-point/cti-route-point-pages";
import { type ObjectRouteProps, objectPageData } from "@/lib/server/pages/configuration";

export default async function CtiRoutePointRoute(props: ObjectRouteProps) {
  const { state, ...page } = await objectPageData("ctiRoutePoint", props);
  return (
    <HydrationBoundary state={state}>
      <CtiRoutePointPages {...page} />
    </HydrationBoundary>
  );
}
